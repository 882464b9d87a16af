<?php
/**
 * What every page of wp-admin says while logins cannot work.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Api_Keys;

defined( 'ABSPATH' ) || exit;

/**
 * Tells those who can do something about it.
 */
final class Notices {

	/** @var Api_Keys */
	private $keys;

	/**
	 * Takes what it looks at.
	 *
	 * @param Api_Keys $keys The keys.
	 */
	public function __construct( Api_Keys $keys ) {
		$this->keys = $keys;
	}

	/**
	 * Prints the notices.
	 */
	public function action_admin_notices(): void {
		if ( ! current_user_can( Settings_Page::CAPABILITY ) || $this->keys->any() ) {
			return;
		}
		printf(
			'<div class="notice notice-warning"><p><strong>%s</strong> %s <a href="%s">%s</a></p></div>',
			esc_html__( 'AuthGate is closed.', 'authgate' ),
			esc_html__( 'There is no API key, so nobody can log in through an application.', 'authgate' ),
			esc_url( Settings_Page::url() ),
			esc_html__( 'Create a key', 'authgate' )
		);
	}
}
