<?php
/**
 * Sets ("NAME=VALUE") and removes ("NAME") constants in DIR/constants.php, which the lab's wp-config.php reads.
 *
 * Environment: AUTHGATE_LAB, the lab folder.
 */

$file      = getenv( 'AUTHGATE_LAB' ) . '/constants.php';
$constants = is_file( $file ) ? require $file : array();
foreach ( array_slice( $argv, 1 ) as $argument ) {
	list( $name, $value ) = explode( '=', $argument, 2 ) + array( 1 => null );
	if ( null === $value ) {
		unset( $constants[ $name ] );
	} elseif ( in_array( $value, array( 'true', 'false' ), true ) ) {
		$constants[ $name ] = 'true' === $value;
	} else {
		$constants[ $name ] = preg_match( '/^-?\d{1,9}$/', $value ) ? (int) $value : $value;
	}
}
// Renamed into place: a request in between reads the old file or the new one.
file_put_contents( "$file.new", '<?php return ' . var_export( $constants, true ) . ";\n" );
rename( "$file.new", $file );
