<?php
/**
 * The lab's wp-config.php: constants come from DIR/constants.php, so that a test can change one while the site runs.
 *
 * Environment: AUTHGATE_LAB, the lab folder.
 */

foreach ( require getenv( 'AUTHGATE_LAB' ) . '/constants.php' as $lab_name => $lab_value ) {
	define( $lab_name, $lab_value );
}
if ( 'sqlite' === AUTHGATE_LAB_DATABASE ) {
	define( 'DB_ENGINE', 'sqlite' );
	define( 'DB_DIR', getenv( 'AUTHGATE_LAB' ) . '/database' );
	define( 'DB_FILE', 'wordpress.sqlite' );
	define( 'DB_HOST', '' );
} else {
	define( 'DB_HOST', 'localhost:' . getenv( 'AUTHGATE_LAB' ) . '/database.sock' );
}
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $lab_name ) {
	define( $lab_name . '_KEY', "not a secret, only this lab's key for $lab_name" );
	define( $lab_name . '_SALT', "not a secret, only this lab's salt for $lab_name" );
}
unset( $lab_name, $lab_value );

defined( 'WP_DEBUG' ) || define( 'WP_DEBUG', true );
defined( 'WP_DEBUG_DISPLAY' ) || define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', getenv( 'AUTHGATE_LAB' ) . '/debug.log' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_AUTO_UPDATE_CORE', false );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
defined( 'FS_METHOD' ) || define( 'FS_METHOD', 'direct' );
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
