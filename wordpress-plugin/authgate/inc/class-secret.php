<?php
/**
 * What tokens are signed with.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * JWT_AUTH_SECRET_KEY of wp-config.php where it is defined, else WordPress's own salts, so that nothing has to be set up. A
 * secret that is not good enough is no secret: nothing is signed with it and nothing verified.
 */
final class Secret {

	private const SHORTEST = 32;

	/**
	 * The key for HS256, null where there is none that is good enough. The JWT plugin signs with the constant itself; our
	 * own tokens have a key derived for this one purpose, so that other users of the secret cannot mint them.
	 */
	public function signing_key(): ?string {
		if ( '' !== $this->problem() ) {
			return null;
		}
		return Issuer::jwt_plugin_is_active() ? JWT_AUTH_SECRET_KEY : $this->derive( 'access token' );
	}

	/**
	 * A key for a purpose of its own.
	 *
	 * @param string $purpose The purpose.
	 */
	public function derive( string $purpose ): string {
		$secret = defined( 'JWT_AUTH_SECRET_KEY' ) && is_string( JWT_AUTH_SECRET_KEY ) ? JWT_AUTH_SECRET_KEY : wp_salt( 'auth' ) . wp_salt( 'secure_auth' );
		return hash_hmac( 'sha256', "authgate $purpose", $secret, true );
	}

	/**
	 * Where the secret comes from: "constant" or "salts".
	 */
	public function source(): string {
		return defined( 'JWT_AUTH_SECRET_KEY' ) ? 'constant' : 'salts';
	}

	/**
	 * What is wrong with the secret: '' nothing, "missing", "not_text", "short" or "sample".
	 */
	public function problem(): string {
		if ( ! defined( 'JWT_AUTH_SECRET_KEY' ) ) {
			return Issuer::jwt_plugin_is_active() ? 'missing' : '';
		}
		$secret = JWT_AUTH_SECRET_KEY;
		if ( ! is_string( $secret ) ) {
			return 'not_text';
		}
		if ( strlen( $secret ) < self::SHORTEST ) {
			return '' === $secret ? 'missing' : 'short';
		}
		$looks_copied = preg_match( '/unique phrase|top[ -]?secret|your[ -]?secret|change[ -]?me/i', $secret );
		return $looks_copied || strlen( count_chars( $secret, 3 ) ) < 8 ? 'sample' : '';
	}
}
