<?php
/**
 * Removes everything.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Removes what the plugin has stored, on every site of a network.
 */
final class Uninstaller {

	/**
	 * Removes it.
	 */
	public function run(): void {
		if ( ! is_multisite() ) {
			$this->clean_site();
			return;
		}
		$every_site = array(
			'fields' => 'ids',
			'number' => 0,
		);
		foreach ( get_sites( $every_site ) as $site ) {
			switch_to_blog( $site );
			$this->clean_site();
			restore_current_blog();
		}
	}

	/**
	 * Removes it from the current site. What is named after the plugin is the plugin's.
	 */
	private function clean_site(): void {
		global $wpdb;
		// phpcs:disable WordPress.DB -- tables and names of ours.
		foreach ( array_keys( Schema::tables() ) as $table ) {
			$wpdb->query( "DROP TABLE IF EXISTS $table" );
		}
		$names = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s OR option_name LIKE %s OR option_name LIKE %s",
				$wpdb->esc_like( 'authgate_' ) . '%',
				$wpdb->esc_like( '_transient_authgate_' ) . '%',
				$wpdb->esc_like( '_transient_timeout_authgate_' ) . '%'
			)
		);
		// phpcs:enable
		array_map( 'delete_option', $names );
	}
}
