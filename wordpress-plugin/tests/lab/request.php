<?php
/**
 * Makes the command line look like a request for $lab_url, for WordPress's sake.
 */

$_SERVER = array(
	'HTTP_HOST'       => preg_replace( '#^https?://([^/]+).*#', '$1', $lab_url ),
	'SERVER_NAME'     => '127.0.0.1',
	'SERVER_PORT'     => parse_url( $lab_url, PHP_URL_PORT ),
	'SERVER_PROTOCOL' => 'HTTP/1.1',
	'SERVER_SOFTWARE' => '',
	'REQUEST_METHOD'  => 'GET',
	'REQUEST_URI'     => parse_url( $lab_url, PHP_URL_PATH ) . '/',
	'REMOTE_ADDR'     => '127.0.0.1',
) + $_SERVER;
