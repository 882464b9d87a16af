<?php
/**
 * Loads what the tests over HTTP need.
 *
 * @package AuthGate
 */

foreach ( array( 'answer', 'http', 'site', 'forge', 'admin', 'gate-test-case' ) as $authgate_part ) {
	require __DIR__ . "/class-$authgate_part.php";
}
unset( $authgate_part );
