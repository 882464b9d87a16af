<?php
/**
 * What has happened.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Rows of the table Schema::log(): id, time, event, user_id, user_name, address, detail. Bounded in number and age, without
 * secrets. A log that cannot be written never changes what a request is answered.
 */
final class Audit_Log {

	/** @var Client_Address */
	private $address;

	/**
	 * Takes what it needs.
	 *
	 * @param Client_Address $address Who is asking.
	 */
	public function __construct( Client_Address $address ) {
		$this->address = $address;
	}

	/**
	 * Records an event: login_succeeded, login_failed, login_refused, login_blocked, key_refused, session_revoked,
	 * key_created, key_revoked, settings_changed.
	 *
	 * @param string $event   Its name.
	 * @param array  $context Any of user_id (int), user_name (as it was typed), detail (a short code). The address is added.
	 */
	public function record( string $event, array $context = array() ): void {
	}
}
