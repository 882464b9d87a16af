<?php
/**
 * JSON Web Tokens, as far as we need them.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Signs and reads tokens: HS256 with the one key of the configuration and nothing else. Nothing in a token chooses the
 * algorithm or the key, and there is exactly one spelling of a token that is accepted.
 */
final class Tokens {

	/** Tells our tokens from whatever else is signed with the same secret. */
	public const PURPOSE = 'authgate-access';

	private const LONGEST = 7900; // Headers end at 8 KiB on most servers.
	private const LEEWAY  = 60;

	/** @var Secret */
	private $secret;

	/**
	 * Takes the secret.
	 *
	 * @param Secret $secret The secret.
	 */
	public function __construct( Secret $secret ) {
		$this->secret = $secret;
	}

	/**
	 * Signs claims.
	 *
	 * @param array $claims The claims.
	 * @return string|WP_Error The token.
	 */
	public function sign( array $claims ) {
		$key = $this->secret->signing_key();
		if ( null === $key ) {
			return Refusal::bad_config();
		}
		$content = self::encode( '{"typ":"at+jwt","alg":"HS256"}' ) . '.' . self::encode( (string) wp_json_encode( $claims, JSON_UNESCAPED_SLASHES ) );
		return $content . '.' . self::encode( hash_hmac( 'sha256', $content, $key, true ) );
	}

	/**
	 * Tells whether anything in a text says that it is a token of ours, whatever stands around it. That decides only who judges
	 * it, and proves nothing. The issuer says nothing about it: other plugins' tokens name this site too.
	 *
	 * @param string $text Anything.
	 */
	public static function occur_in( string $text ): bool {
		foreach ( array_unique( (array) preg_split( '#[^A-Za-z0-9_+/-]+#', $text ) ) as $part ) {
			$claims = json_decode( (string) base64_decode( strtr( $part, '-_', '+/' ) ), true, 16 );
			if ( is_array( $claims ) && ( $claims['typ'] ?? null ) === self::PURPOSE ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Verifies a token: first the signature, then what it says.
	 *
	 * @param string $token What came after "Bearer".
	 * @return array{jti: string, user_id: int, exp: int, fpr: string}|WP_Error
	 */
	public function read( string $token ) {
		$key = $this->secret->signing_key();
		if ( null === $key ) {
			return Refusal::bad_config();
		}
		$parts = strlen( $token ) > self::LONGEST ? array() : explode( '.', $token );
		if ( 3 !== count( $parts ) ) {
			return Refusal::token_invalid();
		}
		list( $head, $claims, $signature ) = array_map( array( self::class, 'decode' ), $parts );
		if ( null === $head || null === $claims || null === $signature
			|| ! hash_equals( hash_hmac( 'sha256', "$parts[0].$parts[1]", $key, true ), $signature ) ) {
			return Refusal::token_invalid();
		}
		$head   = json_decode( $head, true, 4 );
		$claims = json_decode( $claims, true, 16 );
		if ( ! is_array( $head ) || ! self::has_our_header( $head ) || ! is_array( $claims ) ) {
			return Refusal::token_invalid();
		}
		return self::check( $claims );
	}

	/**
	 * The site's address, as "iss" and "aud" name it.
	 */
	public static function site(): string {
		return (string) get_bloginfo( 'url' );
	}

	/**
	 * Nothing but algorithm and type: "kid", "jku", "jwk", "crit" and "zip" have no meaning here that would be safe.
	 *
	 * @param array $head The header.
	 */
	private static function has_our_header( array $head ): bool {
		ksort( $head );
		return array( 'alg' => 'HS256', 'typ' => Issuer::jwt_plugin_is_active() ? 'JWT' : 'at+jwt' ) === $head;
	}

	private static function check( array $claims ) {
		$now = time();
		$id  = $claims['data']['user']['id'] ?? null;
		foreach ( array( 'exp', 'iat', 'nbf' ) as $name ) {
			if ( ! is_int( $claims[ $name ] ?? null ) ) {
				return Refusal::token_invalid();
			}
		}
		$is_ours = self::site() === ( $claims['iss'] ?? null ) && self::site() === ( $claims['aud'] ?? null )
			&& self::PURPOSE === ( $claims['typ'] ?? null )
			&& is_string( $claims['jti'] ?? null ) && is_string( $claims['fpr'] ?? null )
			&& ( is_int( $id ) || is_string( $id ) ) && preg_match( '/^[1-9][0-9]{0,17}$/D', (string) $id );
		if ( ! $is_ours || $claims['iat'] > $now + self::LEEWAY || $claims['nbf'] > $now + self::LEEWAY ) {
			return Refusal::token_invalid();
		}
		if ( $now >= $claims['exp'] ) {
			return Refusal::token_expired();
		}
		return array( 'user_id' => (int) $id ) + array_intersect_key( $claims, array_flip( array( 'jti', 'exp', 'fpr' ) ) );
	}

	private static function encode( string $bytes ): string {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
	}

	/**
	 * Decodes base64url; null for every spelling but the one that encode() would have chosen.
	 *
	 * @param string $text One part of a token.
	 */
	private static function decode( string $text ): ?string {
		$bytes = base64_decode( strtr( $text, '-_', '+/' ), true );
		return false !== $bytes && '' !== $bytes && self::encode( $bytes ) === $text ? $bytes : null;
	}
}
