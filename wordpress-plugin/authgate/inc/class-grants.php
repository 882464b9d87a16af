<?php
/**
 * What a login grants.
 *
 * @package AuthGate
 */

namespace AuthGate;

use RuntimeException;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Opens a session and makes the claims of its token.
 */
final class Grants {

	private const BACK_DATED = 30; // Seconds; servers behind one address differ a little.

	/** @var Settings */
	private $settings;

	/** @var Sessions */
	private $sessions;

	/** @var Accounts */
	private $accounts;

	/** @var Key_Check */
	private $key;

	/** @var string The UUID of the application password that this login used. */
	private $application_password = '';

	/**
	 * Takes what it needs.
	 *
	 * @param Settings  $settings How long a token lives.
	 * @param Sessions  $sessions The sessions.
	 * @param Accounts  $accounts Makes fingerprints.
	 * @param Key_Check $key      Knows the application.
	 */
	public function __construct( Settings $settings, Sessions $sessions, Accounts $accounts, Key_Check $key ) {
		$this->settings = $settings;
		$this->sessions = $sessions;
		$this->accounts = $accounts;
		$this->key      = $key;
	}

	/**
	 * Notes that an application password was used, so that the session ends with it.
	 *
	 * @param WP_User $user The user.
	 * @param array   $item The application password.
	 */
	public function action_application_password( $user, $item ): void {
		$this->application_password = (string) ( $item['uuid'] ?? '' );
	}

	/**
	 * Opens a session.
	 *
	 * @param WP_User $user Whose.
	 * @return array The claims.
	 * @throws RuntimeException Where the session could not be stored.
	 */
	public function claims( WP_User $user ): array {
		$now    = time();
		$expiry = $now + 60 * $this->settings->token_minutes();
		$id     = $this->sessions->open( $user->ID, $expiry, $this->key->application(), $this->application_password );
		// Read again: the login itself may have stored the password with a newer hash.
		$stored = get_userdata( $user->ID );
		if ( null === $id || ! $stored ) {
			throw new RuntimeException( 'The session could not be stored.' );
		}
		return array(
			'iss'  => Tokens::site(),
			'aud'  => Tokens::site(),
			'iat'  => $now,
			'nbf'  => $now - self::BACK_DATED,
			'exp'  => $expiry,
			'jti'  => $id,
			'typ'  => Tokens::PURPOSE,
			'fpr'  => $this->accounts->fingerprint( $stored ),
			'data' => array( 'user' => array( 'id' => (string) $user->ID ) ),
		);
	}
}
