<?php
/**
 * Router of "php -S": what Apache does with WordPress's rewrite block. Real files as they are, folders by their
 * index.php, everything else to the site's front controller.
 *
 * Environment: AUTHGATE_LAB_BASE, "" or "/NAME" of the sub-directory WordPress lives in.
 */

$root = $_SERVER['DOCUMENT_ROOT'];
$base = (string) getenv( 'AUTHGATE_LAB_BASE' );
$path = rawurldecode( (string) parse_url( 'http://host' . preg_replace( '#^/+#', '/', $_SERVER['REQUEST_URI'] ), PHP_URL_PATH ) );
if ( false !== strpos( $path, '..' ) || false !== strpos( $path, "\0" ) ) {
	http_response_code( 400 );
	return true;
}
// In a network "/two/wp-admin/…" is "/wp-admin/…" of the one set of files.
$file = preg_match( '#^/two(/(?:wp-admin|wp-includes|wp-content)(?:/.*)?|/[^/]+\.php)$#', $path, $match )
	&& ! file_exists( $root . $path ) ? $match[1] : $path;
if ( '/' !== $file && is_file( $root . $file ) ) {
	if ( $file === $path ) {
		return false;
	}
	if ( '.php' !== substr( $file, -4 ) ) {
		readfile( $root . $file );
		return true;
	}
	$script = $file;
} else {
	$script = rtrim( $file, '/' ) . '/index.php';
	if ( ! is_file( $root . $script ) ) {
		$script = "$base/index.php";
		if ( '' !== $base && 0 !== strpos( $path, "$base/" ) ) {
			http_response_code( 404 );
			return true;
		}
	}
	if ( 0 === strpos( $path, "$script/" ) ) {
		$_SERVER['PATH_INFO'] = substr( $path, strlen( $script ) );
	}
}
$_SERVER['SCRIPT_NAME']     = $script;
$_SERVER['PHP_SELF']        = $script . ( $_SERVER['PATH_INFO'] ?? '' );
$_SERVER['SCRIPT_FILENAME'] = $root . $script;
chdir( dirname( $root . $script ) );
require $root . $script;
