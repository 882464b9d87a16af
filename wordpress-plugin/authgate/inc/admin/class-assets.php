<?php
/**
 * The style sheet and the script of the plugin's pages.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Loads them on AuthGate's own pages and on the profile pages only.
 */
final class Assets {

	/**
	 * Asks WordPress to load them on this page.
	 */
	public static function enqueue(): void {
		add_action(
			'admin_enqueue_scripts',
			function () {
				wp_enqueue_style( 'authgate-admin', plugins_url( 'admin.css', __FILE__ ), array(), \AuthGate\VERSION );
				wp_enqueue_script( 'authgate-admin', plugins_url( 'admin.js', __FILE__ ), array(), \AuthGate\VERSION, true );
			}
		);
	}
}
