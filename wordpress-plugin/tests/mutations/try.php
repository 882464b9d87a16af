<?php
/**
 * Breaks one line of the plugin at a time and runs the tests that must notice: what stays green has no test.
 *
 *   with-wordpress --issuer=own php mutations/try.php [CASE…]
 *
 * broken-lines.php says what is broken. Only the copy in the lab is, never the source. Prints a table in Markdown, and
 * ends with 1 if a broken line was not noticed.
 */

$tests = dirname( __DIR__ );
$lab   = getenv( 'AUTHGATE_WORDPRESS_DIR' );
$lab || exit( "Run me through with-wordpress.\n" );
$plugin = $lab . '/site' . parse_url( getenv( 'AUTHGATE_WORDPRESS_URL' ), PHP_URL_PATH ) . '/wp-content/plugins/authgate';
putenv( "AUTHGATE_PLUGIN=$plugin" ); // The unit tests look here.
$wanted = array_slice( $argv, 1 );
$clock  = time();
$missed = 0;
$here   = is_file( "$lab/site/wp-content/plugins/jwt-stand-in/jwt-stand-in.php" ) ? 'stand-in' : getenv( 'AUTHGATE_WORDPRESS_ISSUER' );

foreach ( require __DIR__ . '/broken-lines.php' as $mutation ) {
	list( $case, $file, $right, $broken, $suite, $filter ) = $mutation;
	if ( ( $wanted && ! in_array( $case, $wanted, true ) ) || ( $mutation[6] ?? 'own' ) !== $here ) {
		continue;
	}
	$code = file_get_contents( "$plugin/$file" );
	foreach ( (array) $right as $line ) {
		if ( 1 !== substr_count( $code, $line ) ) {
			exit( "$case: not exactly once in $file: $line\n" );
		}
	}
	file_put_contents( "$plugin/$file", str_replace( $right, $broken, $code ) );
	touch( "$plugin/$file", ++$clock ); // PHP's cache tells files by the second.
	clearstatcache();
	$output = array();
	$folder = strtok( $suite, '-' );
	exec( 'phpunit --no-configuration --do-not-cache-result --colors=never --fail-on-risky --bootstrap ' . escapeshellarg( "$tests/$folder/bootstrap.php" ) . ' --filter ' . escapeshellarg( $filter ) . ' ' . escapeshellarg( "$tests/$suite" ) . ' 2>&1', $output, $status );
	file_put_contents( "$plugin/$file", $code );
	touch( "$plugin/$file", ++$clock );
	$output = implode( "\n", $output );
	preg_match( '/^\d+\) \S+?::(\S+)(?: with data set (?:"[^"]*"|#\d+))?.*\n((?:.+\n?)+)/m', $output, $failure );
	$is_red  = in_array( $status, array( 1, 2 ), true ) && $failure;
	$missed += $is_red ? 0 : 1;
	$text    = preg_replace( array( '/[\w+\/.-]{60,}/', '/\s+/' ), array( '…', ' ' ), $failure[2] ?? '' );
	$said    = $is_red ? substr( trim( $text ), 0, 150 ) : 'NOT NOTICED';
	echo '| ', $case, ' | `', basename( $file ), '`: `', str_replace( '|', '\|', preg_replace( '/\s+/', ' ', implode( ' … ', (array) ( $broken ?: "without $right" ) ) ) ), '` | ', $is_red ? $failure[1] : $filter, ' | ', str_replace( '|', '\|', $said ), " |\n";
	if ( ! $is_red ) {
		fwrite( STDERR, substr( $output, -600 ) . "\n" );
	}
}
exit( $missed ? 1 : 0 );
