<?php
/**
 * Why a login failed.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Translates the errors of WordPress, of the JWT plugin and of plugins that veto logins into our few codes. Whoever does not
 * know the password learns nothing: not whether the account exists, and not whether it is blocked.
 */
final class Login_Errors {

	private const DUMMY_OPTION = 'authgate_dummy_hash';

	private const WRONG_PASSWORD = array( 'incorrect_password' );
	private const UNKNOWN_NAME   = array( 'invalid_username', 'invalid_email', 'invalidcombo', 'authentication_failed', 'empty_username', 'empty_password' );
	private const SECOND_FACTOR  = '/two.?factor|second.?factor|2fa|otp|mfa|^invalid_application_credentials$/i';
	private const LIMITER        = '/too_many|ip_blocked|locked_out|lockout/i';

	/**
	 * Translates.
	 *
	 * @param WP_Error $error    What went wrong.
	 * @param string   $name     The user name.
	 * @param string   $password The password.
	 */
	public function translate( WP_Error $error, string $name, string $password ): WP_Error {
		$code = preg_replace( '/^\[jwt_auth\] /', '', (string) $error->get_error_code() );
		if ( 'internal_server_error' === $code || 0 === strncmp( $code, 'jwt_auth_', 9 ) ) {
			return 0 === strncmp( $code, 'jwt_auth_', 9 ) ? Refusal::bad_config() : $error;
		}
		if ( in_array( $code, self::WRONG_PASSWORD, true ) ) {
			return Refusal::invalid_credentials();
		}
		if ( in_array( $code, self::UNKNOWN_NAME, true ) ) {
			self::matches( $password, self::dummy_hash() ); // Takes as long as for a name that exists.
			return Refusal::invalid_credentials();
		}
		if ( preg_match( self::LIMITER, $code ) ) {
			return Refusal::too_many( 60 );
		}
		return self::knows_password( $name, $password ) ? self::veto( $code ) : Refusal::invalid_credentials();
	}

	private static function veto( string $code ): WP_Error {
		if ( 'authgate_role_refused' === $code ) {
			return Refusal::role();
		}
		return preg_match( self::SECOND_FACTOR, $code ) ? Refusal::second_factor() : Refusal::account();
	}

	private static function knows_password( string $name, string $password ): bool {
		$user = Accounts::named( $name );
		return self::matches( $password, null === $user ? self::dummy_hash() : $user->user_pass ) && null !== $user;
	}

	/**
	 * Compares as WordPress and Login_Rules do: without blanks at the ends, and a second time with backslashes where that makes
	 * a difference.
	 *
	 * @param string $password The password.
	 * @param string $hash     The hash.
	 */
	private static function matches( string $password, string $hash ): bool {
		$password = trim( $password );
		$slashed  = wp_slash( $password );
		return wp_check_password( $password, $hash ) || ( $slashed !== $password && wp_check_password( $slashed, $hash ) );
	}

	/**
	 * The hash of a password that nobody has, made as this site makes its hashes.
	 */
	private static function dummy_hash(): string {
		$hash = get_option( self::DUMMY_OPTION );
		if ( ! is_string( $hash ) || '' === $hash || ( function_exists( 'wp_password_needs_rehash' ) && wp_password_needs_rehash( $hash ) ) ) {
			$hash = wp_hash_password( wp_generate_password( 32 ) );
			update_option( self::DUMMY_OPTION, $hash, false );
		}
		return $hash;
	}
}
