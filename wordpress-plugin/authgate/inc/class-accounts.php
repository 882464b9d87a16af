<?php
/**
 * Who may be here.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Judges accounts, at a login and whenever a token is used.
 */
final class Accounts {

	/** @var Settings */
	private $settings;

	/** @var Secret */
	private $secret;

	/**
	 * Takes what it needs.
	 *
	 * @param Settings $settings Which roles may log in.
	 * @param Secret   $secret   What fingerprints are made with.
	 */
	public function __construct( Settings $settings, Secret $secret ) {
		$this->settings = $settings;
		$this->secret   = $secret;
	}

	/**
	 * The account that WordPress means by what somebody has typed as his name; null if there is none.
	 *
	 * @param string $name The name or the e-mail address.
	 */
	public static function named( string $name ): ?WP_User {
		$name = sanitize_user( $name );
		$user = get_user_by( 'login', $name );
		if ( ! $user && false !== strpos( $name, '@' ) ) {
			$user = get_user_by( 'email', $name );
		}
		return $user instanceof WP_User ? $user : null;
	}

	/**
	 * Says why an account may not be here; null if it may.
	 *
	 * @param WP_User $user The account.
	 */
	public function refusal( WP_User $user ): ?WP_Error {
		$is_blocked = is_multisite() && ( is_user_spammy( $user ) || ! empty( $user->deleted ) );
		if ( $is_blocked ) {
			return Refusal::account();
		}
		return $this->settings->may_log_in( $user ) ? null : Refusal::role();
	}

	/**
	 * Says why an account may not go on using a token that it was given earlier; null if it may. Plugins that block
	 * accounts are asked through the filter by which WordPress asks them at a login.
	 *
	 * @param WP_User $user        The account.
	 * @param string  $fingerprint What fingerprint() said when the token was issued.
	 */
	public function refusal_of_token( WP_User $user, string $fingerprint ): ?WP_Error {
		if ( ! hash_equals( $this->fingerprint( $user ), $fingerprint ) ) {
			return Refusal::session_revoked();
		}
		$allowed = apply_filters( 'wp_authenticate_user', $user, '' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress's own.
		return $allowed instanceof WP_User ? $this->refusal( $user ) : Refusal::account();
	}

	/**
	 * What changes when the password changes or when the number belongs to another account.
	 *
	 * @param WP_User $user The account.
	 */
	public function fingerprint( WP_User $user ): string {
		$data = array( $user->ID, $user->user_login, $user->user_registered, $user->user_pass );
		return substr( hash_hmac( 'sha256', implode( "\n", $data ), $this->secret->derive( 'account fingerprint' ) ), 0, 32 );
	}

	/**
	 * Describes an account to its owner's application.
	 *
	 * @param WP_User $user The account.
	 * @return array{id: string, name: string, display_name: string, email: string, roles: string[], capabilities: object}
	 */
	public function describe( WP_User $user ): array {
		return array(
			'id'           => (string) $user->ID,
			'name'         => $user->user_nicename,
			'display_name' => $user->display_name,
			'email'        => $user->user_email,
			'roles'        => array_values( $user->roles ),
			'capabilities' => (object) array_map( 'boolval', array_filter( $user->allcaps ) ),
		);
	}
}
