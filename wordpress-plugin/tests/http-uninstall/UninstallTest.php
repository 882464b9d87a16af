<?php
/**
 * P58: nothing stays behind. Runs last, in a lab of its own.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Deletes the plugin as WordPress does.
 */
final class UninstallTest extends Gate_Test_Case {

	public function test_p58_after_the_plugin_is_deleted_nothing_of_it_is_left(): void {
		$account = Site::account();
		$this->token( $account );
		$this->login( $account['name'], 'wrong' );
		Admin::login()->submit( '/wp-admin/options-general.php?page=authgate', 'value="create"', array( 'name' => 'to be left behind' ) );
		self::assertNotSame( array(), $this->left(), 'there must be something to leave' );
		Site::php( 'deactivate_plugins( "authgate/authgate.php" );' );
		self::assertTrue( Site::php( 'require_once ABSPATH . "wp-admin/includes/file.php"; return delete_plugins( array( "authgate/authgate.php" ) );' ) );
		self::assertSame( array(), $this->left() );
		self::assertDirectoryDoesNotExist( Site::root() . '/wp-content/plugins/authgate' );
	}

	/**
	 * What there is with the plugin's name on it.
	 */
	private function left(): array {
		return Site::php(
			'$left  = array();
			$sites = is_multisite() ? get_sites( array( "fields" => "ids" ) ) : array( 1 );
			foreach ( $sites as $site ) {
				if ( is_multisite() ) { switch_to_blog( $site ); }
				$left = array_merge( $left,
					$wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE \'%authgate%\'" ),
					preg_grep( "/authgate/", array_merge( array(), ...array_map( "array_keys", array_values( array_filter( _get_cron_array() ?: array() ) ) ) ) ) );
				if ( is_multisite() ) { restore_current_blog(); }
			}
			$left = array_merge( $left, $wpdb->get_col( "SHOW TABLES LIKE \'%authgate%\'" ), $wpdb->get_col( "SELECT DISTINCT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE \'%authgate%\'" ) );
			if ( is_multisite() ) { $left = array_merge( $left, $wpdb->get_col( "SELECT meta_key FROM $wpdb->sitemeta WHERE meta_key LIKE \'%authgate%\'" ) ); }
			return $left;'
		);
	}
}
