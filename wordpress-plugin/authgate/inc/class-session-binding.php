<?php
/**
 * What a session hangs on besides its account.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Application_Passwords;

defined( 'ABSPATH' ) || exit;

/**
 * The address, where the settings bind tokens to it, and the application password that opened the session, if one did.
 */
final class Session_Binding {

	/** @var Settings */
	private $settings;

	/** @var Client_Address */
	private $address;

	/**
	 * Takes what it needs.
	 *
	 * @param Settings       $settings Whether tokens are bound.
	 * @param Client_Address $address  Who is asking.
	 */
	public function __construct( Settings $settings, Client_Address $address ) {
		$this->settings = $settings;
		$this->address  = $address;
	}

	/**
	 * Tells whether a session may be used by this request.
	 *
	 * @param array $session The row.
	 */
	public function holds( array $session ): bool {
		if ( $this->settings->binds_address() && Client_Address::network_of( $session['address'] ) !== $this->address->network() ) {
			return false;
		}
		return '' === $session['application_password']
			|| ( $this->settings->allows_application_passwords()
				&& null !== WP_Application_Passwords::get_user_application_password( $session['user_id'], $session['application_password'] ) );
	}
}
