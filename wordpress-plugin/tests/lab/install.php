<?php
/**
 * php install.php SITE URL PERMALINKS MULTISITE: installs WordPress without a browser, with the accounts that
 * tests/README.md lists. MULTISITE is "" or "1".
 *
 * Environment: AUTHGATE_LAB, the lab folder.
 */

list( , $lab_site, $lab_url, $lab_permalinks, $lab_multisite ) = $argv + array( 4 => '' );

require __DIR__ . '/request.php';

$lab_constants = require getenv( 'AUTHGATE_LAB' ) . '/constants.php';
if ( 'mariadb' === $lab_constants['AUTHGATE_LAB_DATABASE'] ) {
	mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
	$lab_database = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'AUTHGATE_LAB' ) . '/database.sock' );
	$lab_database->query( 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' );
}

define( 'WP_INSTALLING', true );
define( 'WP_SITEURL', $lab_url );
if ( '' !== $lab_multisite ) {
	define( 'WP_ALLOW_MULTISITE', true );
}

// Defined here so that WordPress does not define its own: nothing is mailed from the lab.
function wp_new_blog_notification() {}
function wp_mail() {
	return true;
}

require $lab_site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'Lab & Söhne', 'admin', 'admin@example.test', true, '', 'admin-pass-1' );
update_option( 'siteurl', $lab_url );
update_option( 'home', $lab_url );
switch_theme( 'bare' );
$structures = array(
	'pretty'   => '/%postname%/',
	'plain'    => '',
	'pathinfo' => '/index.php/%postname%/',
);
$GLOBALS['wp_rewrite']->set_permalink_structure( $structures[ $lab_permalinks ] );
$GLOBALS['wp_rewrite']->flush_rules( false );

$accounts = array(
	array( 'jane', "p\"a\\ss 'w+örd%€", 'editor', 'Jane Döe' ),
	array( 'sam', 'sam-pass-1', 'subscriber', 'Sam <b>Sub</b> & Co' ),
	array( 'rosa', 'rosa-pass-1', 'author', 'Rosa' ),
	array( 'max', 'max-pass-1', 'contributor', 'Max' ),
	array( 'norole', 'norole-pass-1', '', 'Nora' ),
);
foreach ( $accounts as list( $login, $password, $role, $name ) ) {
	wp_insert_user(
		wp_slash(
			array(
				'user_login'   => $login,
				'user_email'   => "$login@example.test",
				'role'         => $role,
				'display_name' => $name,
			)
		) + array( 'user_pass' => $password )
	);
}

if ( '' !== $lab_multisite ) {
	$domain = $_SERVER['HTTP_HOST'];
	foreach ( $GLOBALS['wpdb']->tables( 'ms_global' ) as $table => $prefixed_table ) {
		$GLOBALS['wpdb']->$table = $prefixed_table;
	}
	install_network();
	populate_network( 1, $domain, 'admin@example.test', 'Lab network', '/', false );
	$arguments = array( 'MULTISITE=true', 'SUBDOMAIN_INSTALL=false', "DOMAIN_CURRENT_SITE=$domain", 'PATH_CURRENT_SITE=/', 'SITE_ID_CURRENT_SITE=1', 'BLOG_ID_CURRENT_SITE=1' );
	passthru( 'php ' . escapeshellarg( __DIR__ . '/define.php' ) . ' ' . implode( ' ', array_map( 'escapeshellarg', $arguments ) ) );
}
