<?php
/**
 * Loads the plugin's classes without WordPress. What they call of it is stubbed, as little as will do.
 *
 * @package AuthGate
 */

error_reporting( E_ALL );

require __DIR__ . '/stubs.php';

define( 'AUTHGATE_PLUGIN', getenv( 'AUTHGATE_PLUGIN' ) ?: dirname( __DIR__, 2 ) . '/authgate' );

spl_autoload_register(
	static function ( string $type ): void {
		if ( 0 === strncmp( $type, 'AuthGate\\', 9 ) ) {
			$path = explode( '\\', strtolower( str_replace( '_', '-', substr( $type, 9 ) ) ) );
			$name = array_pop( $path );
			$file = AUTHGATE_PLUGIN . '/inc/' . ( $path ? implode( '/', $path ) . '/' : '' ) . "class-$name.php";
			if ( is_file( $file ) ) {
				require $file;
			}
		}
	}
);

require __DIR__ . '/UnitTestCase.php';
