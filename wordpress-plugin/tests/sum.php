<?php
/**
 * Adds up JUnit reports: php sum.php REPORT…
 */

$sum = array_fill_keys( array( 'tests', 'assertions', 'failures', 'errors', 'skipped' ), 0 );
foreach ( array_slice( $argv, 1 ) as $file ) {
	$report = simplexml_load_file( $file );
	foreach ( $report->testsuite as $suite ) {
		foreach ( array_keys( $sum ) as $name ) {
			$sum[ $name ] += (int) $suite[ $name ];
		}
		printf( "%7d tests %7d assertions  %s\n", $suite['tests'], $suite['assertions'], substr( basename( $file, '.xml' ), 5 ) );
	}
}
echo 'Tests: ' . implode( ', ', array_map( static function ( string $name, int $count ): string { return "$count $name"; }, array_keys( $sum ), $sum ) ) . "\n";
