<?php
/**
 * The answers that say no.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * One stable code and one true status each; plain text without anything that the request contained. Applications decide on the
 * code and speak in their own words.
 *
 * Many a refusal is decided before WordPress knows the language of an answer. So the texts here are English, and the one who
 * sends them translates them.
 */
final class Refusal {

	/** The key is missing or wrong; deliberately the same answer. */
	public static function key_invalid(): WP_Error {
		return self::make( 'authgate_api_key_invalid', 'A valid API key is required.', 401 );
	}

	/** There is no key yet, so nobody can have one. */
	public static function key_not_configured(): WP_Error {
		return self::make( 'authgate_api_key_not_configured', 'This site has no API key yet. Ask its administrator.', 503 );
	}

	/** Unknown name, wrong password: one answer. */
	public static function invalid_credentials(): WP_Error {
		return self::make( 'authgate_invalid_credentials', 'The user name or the password is wrong.', 401 );
	}

	/** The credentials are right, and something on this site refuses the account all the same. */
	public static function account(): WP_Error {
		return self::make( 'authgate_account_refused', 'This account may not log in.', 403 );
	}

	/** The account has no role that may log in. */
	public static function role(): WP_Error {
		return self::make( 'authgate_role_refused', 'The role of this account does not permit this login.', 403 );
	}

	/** The account is protected by a second factor, which this login cannot ask for. */
	public static function second_factor(): WP_Error {
		return self::make( 'authgate_second_factor_required', 'This account needs a second step, which is not possible here.', 403 );
	}

	/**
	 * Too many attempts.
	 *
	 * @param int $seconds When to try again.
	 */
	public static function too_many( int $seconds ): WP_Error {
		return self::make( 'authgate_too_many_attempts', 'Too many attempts. Try again later.', 429, array( 'retry_after' => max( 1, $seconds ) ) );
	}

	/** The token was good once. */
	public static function session_revoked(): WP_Error {
		return self::make( 'authgate_session_revoked', 'This session has been ended.', 401 );
	}

	/** Whatever this is, it is no token of this site. */
	public static function token_invalid(): WP_Error {
		return self::make( 'authgate_token_invalid', 'The token is not valid.', 401 );
	}

	/** The token's time is over. */
	public static function token_expired(): WP_Error {
		return self::make( 'authgate_token_expired', 'The token has expired.', 401 );
	}

	/** The Authorization header did not come, or did not get through the web server. */
	public static function no_authorization(): WP_Error {
		return self::make( 'jwt_auth_no_auth_header', 'Authorization header not found.', 401 );
	}

	/**
	 * The request is not one that is answered.
	 *
	 * @param string $message Why.
	 */
	public static function bad_request( string $message ): WP_Error {
		return self::make( 'authgate_bad_request', $message, 400 );
	}

	/** The site has no secret that is good enough to sign with. */
	public static function bad_config(): WP_Error {
		return self::make( 'jwt_auth_bad_config', 'The login is not configured properly. Ask the administrator of this site.', 503 );
	}

	/** Something that a decision needs does not work; without it the answer is no. */
	public static function unavailable(): WP_Error {
		return self::make( 'internal_server_error', 'The login is not available at the moment.', 503 );
	}

	/**
	 * The text of a refusal in the language of this request.
	 *
	 * @param string $message The English text.
	 */
	public static function translate( string $message ): string {
		return translate( $message, 'authgate' ); // phpcs:ignore WordPress.WP.I18n -- "translate" beside this plugin's folder takes the texts from the calls of make().
	}

	private static function make( string $code, string $message, int $status, array $more = array() ): WP_Error {
		return new WP_Error( $code, $message, array( 'status' => $status ) + $more );
	}
}
