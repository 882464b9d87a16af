<?php
/**
 * What holds while a password is looked at.
 *
 * @package AuthGate
 */

namespace AuthGate;

use RuntimeException;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Adds our part to WordPress's authentication, for the length of one login only.
 */
final class Login_Rules {

	private const FILTERS = array(
		'authenticate'                        => 'filter_authenticate',
		'check_password'                      => 'filter_check_password',
		'password_needs_rehash'               => 'filter_password_needs_rehash',
		'application_password_is_api_request' => 'filter_application_passwords',
		'jwt_auth_token_before_sign'          => 'filter_claims',
	);

	/** @var Settings */
	private $settings;

	/** @var Accounts */
	private $accounts;

	/** @var Grants */
	private $grants;

	/** @var WP_User|null Who has passed. */
	private $user = null;

	/** @var bool Whether the password matched in the form that wp-login.php gives it. */
	private $is_slashed = false;

	/**
	 * Takes what it needs.
	 *
	 * @param Settings $settings Whether application passwords are accepted.
	 * @param Accounts $accounts Judges accounts.
	 * @param Grants   $grants   Opens sessions, and is told of application passwords.
	 */
	public function __construct( Settings $settings, Accounts $accounts, Grants $grants ) {
		$this->settings = $settings;
		$this->accounts = $accounts;
		$this->grants   = $grants;
	}

	/**
	 * From now on.
	 */
	public function start(): void {
		$this->user       = null;
		$this->is_slashed = false;
		foreach ( self::FILTERS as $hook => $method ) {
			add_filter( $hook, array( $this, $method ), PHP_INT_MAX, 3 );
		}
		add_action( 'application_password_did_authenticate', array( $this->grants, 'action_application_password' ), 10, 2 );
	}

	/**
	 * Until now.
	 *
	 * @return WP_User|null Who has passed.
	 */
	public function stop(): ?WP_User {
		foreach ( self::FILTERS as $hook => $method ) {
			remove_filter( $hook, array( $this, $method ), PHP_INT_MAX );
		}
		remove_action( 'application_password_did_authenticate', array( $this->grants, 'action_application_password' ) );
		$user       = $this->user;
		$this->user = null;
		return $user;
	}

	/**
	 * Judges whom WordPress and all plugins have let in. As part of the authentication, so that WordPress itself reports
	 * the failure, once.
	 *
	 * @param mixed $user Who it is.
	 * @return mixed
	 */
	public function filter_authenticate( $user ) {
		if ( ! $user instanceof WP_User ) {
			return $user;
		}
		$refusal    = $this->accounts->refusal( $user );
		$this->user = null === $refusal ? $user : null;
		return $refusal ?? $user;
	}

	/**
	 * A password with a quote or a backslash that was set in wp-admin is stored with a backslash before it, and
	 * wp-login.php adds the same backslash. So such a password is tried in that form too.
	 *
	 * @param mixed $matches  Whether it matches as it is.
	 * @param mixed $password What was typed.
	 * @param mixed $hash     The hash.
	 * @return mixed
	 */
	public function filter_check_password( $matches, $password, $hash ) {
		if ( $matches || ! is_string( $password ) || wp_slash( $password ) === $password ) {
			return $matches;
		}
		remove_filter( 'check_password', array( $this, 'filter_check_password' ), PHP_INT_MAX );
		$matches = wp_check_password( wp_slash( $password ), $hash );
		add_filter( 'check_password', array( $this, 'filter_check_password' ), PHP_INT_MAX, 3 );
		$this->is_slashed = $this->is_slashed || $matches;
		return $matches;
	}

	/**
	 * WordPress would make the newer hash of the password as it came to us, and wp-login.php would not know it any more.
	 *
	 * @param mixed $needs_rehash Whether the hash is an old one.
	 */
	public function filter_password_needs_rehash( $needs_rehash ): bool {
		return $needs_rehash && ! $this->is_slashed;
	}

	/**
	 * Opens a session for the token that the JWT plugin is about to sign, if it is that of the user who has just passed.
	 * Whoever else applies this filter gets back what he gave.
	 *
	 * @param mixed $claims The claims.
	 * @param mixed $user   The user.
	 * @return mixed
	 * @throws RuntimeException Where the session could not be stored; the wall makes an answer of it.
	 */
	public function filter_claims( $claims, $user = null ) {
		$has_passed = null !== $this->user && $user instanceof WP_User && $user->ID === $this->user->ID;
		return $has_passed && is_array( $claims ) ? $this->grants->claims( $user ) + $claims : $claims;
	}

	/**
	 * Application passwords are refused unless the settings allow them.
	 *
	 * @param mixed $is_api_request Whether WordPress would look at them.
	 */
	public function filter_application_passwords( $is_api_request ): bool {
		return $is_api_request && $this->settings->allows_application_passwords();
	}

	/**
	 * Switches logins over XML-RPC off where the settings say so: they need no key.
	 *
	 * @param mixed $is_enabled Whether they are on.
	 */
	public function filter_xmlrpc_enabled( $is_enabled ): bool {
		return $is_enabled && ! $this->settings->blocks_xmlrpc_logins();
	}
}
