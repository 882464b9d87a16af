<?php
/**
 * The drop-in that puts the plugin sqlite-database-integration in the place of MySQL.
 */

define( 'SQLITE_DB_DROPIN_VERSION', '1.8.0' );
$lab_plugin = __DIR__ . '/plugins/sqlite-database-integration';
require_once $lab_plugin . '/wp-includes/database/version.php';
require_once $lab_plugin . '/constants.php';
require_once $lab_plugin . '/wp-includes/database/load.php';
require_once $lab_plugin . '/wp-includes/sqlite/class-wp-sqlite-db.php';
require_once $lab_plugin . '/wp-includes/sqlite/install-functions.php';

/**
 * The plugin's own prepare() needs WordPress 6.4.
 */
final class Lab_Sqlite_Db extends WP_SQLite_DB {

	public function prepare( $query, ...$args ) {
		return wpdb::prepare( $query, ...$args );
	}
}

$GLOBALS['wpdb'] = new Lab_Sqlite_Db( DB_NAME );
