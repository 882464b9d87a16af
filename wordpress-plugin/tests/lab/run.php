<?php
/**
 * php run.php SITE URL [CODE…]: runs PHP code inside a WordPress of the lab; without CODE it is read from standard input.
 * The code runs without a user and with the functions of wp-admin that tests want (wp_delete_user, …).
 */

list( , $lab_site, $lab_url ) = $argv;
$lab_code = array_slice( $argv, 3 ) ? implode( ' ', array_slice( $argv, 3 ) ) : stream_get_contents( STDIN );

require __DIR__ . '/request.php';
require $lab_site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/user.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
if ( is_multisite() ) {
	require_once ABSPATH . 'wp-admin/includes/ms.php';
}
eval( preg_replace( '/^\s*<\?php\s/', '', $lab_code ) );
