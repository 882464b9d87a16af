<?php
/**
 * Tokens that nobody has issued.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Takes tokens apart and signs what a test wants signed, with the very key of the site.
 */
final class Forge {

	/**
	 * A token with other claims, signed rightly. A claim that is set to the string "(none)" is left out.
	 *
	 * @param string $token  A token that holds.
	 * @param array  $claims Claims to set.
	 * @param array  $header Header parameters to set.
	 */
	public static function change( string $token, array $claims, array $header = array() ): string {
		$present = static function ( $value ): bool {
			return '(none)' !== $value;
		};
		return self::sign(
			array_filter( array_merge( self::part( $token, 0 ), $header ), $present ),
			array_filter( array_merge( self::part( $token, 1 ), $claims ), $present )
		);
	}

	/**
	 * Signs.
	 *
	 * @param array|string $header  The header; a string is taken as it is.
	 * @param array|string $claims  The claims; a string is taken as it is.
	 * @param string|null  $key     The key; null: the site's own.
	 * @param string       $hash    The hash function.
	 */
	public static function sign( $header, $claims, ?string $key = null, string $hash = 'sha256' ): string {
		$content = self::encode( is_array( $header ) ? json_encode( $header, JSON_UNESCAPED_SLASHES ) : $header )
			. '.' . self::encode( is_array( $claims ) ? json_encode( $claims, JSON_UNESCAPED_SLASHES ) : $claims );
		return $content . '.' . self::encode( hash_hmac( $hash, $content, $key ?? self::key(), true ) );
	}

	/**
	 * One part of a token.
	 *
	 * @param string $token  The token.
	 * @param int    $number 0: the header, 1: the claims.
	 */
	public static function part( string $token, int $number ): array {
		return json_decode( base64_decode( strtr( explode( '.', $token )[ $number ], '-_', '+/' ) ), true );
	}

	/**
	 * Base64url.
	 *
	 * @param string $bytes Anything.
	 */
	public static function encode( string $bytes ): string {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
	}

	/**
	 * The key that the site signs with.
	 */
	private static function key(): string {
		static $key = null;
		if ( null === $key ) {
			$key = 'own' === Site::issuer()
				? base64_decode( Site::php( 'return base64_encode( ( new \AuthGate\Parts() )->secret->signing_key() );' ) )
				: Site::php( 'return JWT_AUTH_SECRET_KEY;' );
		}
		return $key;
	}
}
