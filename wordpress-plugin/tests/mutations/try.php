<?php
/**
 * Breaks one line of the plugin at a time and runs the tests that must notice: what stays green has no test.
 *
 *   with-wordpress --issuer=own              php mutations/try.php [CASE…]
 *   with-wordpress --issuer=stand-in         php mutations/try.php
 *   with-wordpress --issuer=own --multisite  php mutations/try.php
 *
 * broken-lines.php says what is broken; each of the three sites tries its own. Only the copy in the lab is broken, never the
 * source. Prints a table in Markdown, and ends with 1 if a broken line was not noticed.
 */

/**
 * The plugin's files in the lab.
 */
final class Plugin {

	/** @var string */
	private $folder;

	/** @var int PHP's cache tells the versions of a file by the second. */
	private $clock;

	/** @var array<string, string> What to restore. */
	private $originals = array();

	public function __construct( string $folder ) {
		$this->folder = $folder;
		$this->clock  = time();
	}

	/**
	 * Replaces lines.
	 *
	 * @param string[] $files  The file of each.
	 * @param string[] $right  The lines as they are.
	 * @param string[] $broken The lines as they must not be.
	 */
	public function break( array $files, array $right, array $broken ): void {
		foreach ( $right as $number => $line ) {
			$file = $files[ $number ] ?? $files[0];
			$code = file_get_contents( "$this->folder/$file" );
			if ( 1 !== substr_count( $code, $line ) ) {
				$this->restore();
				exit( "Not exactly once in $file: $line\n" );
			}
			$this->originals += array( $file => $code );
			$this->write( $file, str_replace( $line, $broken[ $number ], $code ) );
		}
	}

	public function restore(): void {
		foreach ( $this->originals as $file => $code ) {
			$this->write( $file, $code );
		}
		$this->originals = array();
	}

	private function write( string $file, string $code ): void {
		if ( is_dir( dirname( "$this->folder/$file" ) ) ) { // The last test deletes the plugin.
			file_put_contents( "$this->folder/$file", $code );
			touch( "$this->folder/$file", ++$this->clock );
		}
	}
}

/**
 * The beginning of a text, for a cell of the table.
 *
 * @param string $text The text.
 */
function cell( string $text ): string {
	return str_replace( '|', '\|', mb_substr( trim( preg_replace( array( '/[\w+\/.-]{60,}/', '/\s+/' ), array( '…', ' ' ), $text ) ), 0, 140 ) );
}

/**
 * Runs tests.
 *
 * @param string $suite  The folder.
 * @param string $filter Which of them.
 * @return string[]|null The first that failed, and what it said; null if all passed or none ran.
 */
function first_failure( string $suite, string $filter ): ?array {
	$command = array( 'phpunit', '--no-configuration', '--do-not-cache-result', '--colors=never', '--fail-on-risky', '--bootstrap', dirname( __DIR__ ) . '/' . strtok( $suite, '-' ) . '/bootstrap.php', '--filter', $filter, dirname( __DIR__ ) . "/$suite" );
	exec( implode( ' ', array_map( 'escapeshellarg', $command ) ) . ' 2>&1', $output, $status );
	return in_array( $status, array( 1, 2 ), true ) && preg_match( '/^1\) \S+?::(\S+).*\n((?:.+\n?)+)/m', implode( "\n", $output ), $match )
		? array( $match[1], $match[2] ) : null;
}

$lab = getenv( 'AUTHGATE_WORDPRESS_DIR' );
$lab || exit( "Run me through with-wordpress.\n" );
$site = preg_match( '/multisite="?1/', file_get_contents( "$lab/lab.sh" ) ) ? 'network' : getenv( 'AUTHGATE_WORDPRESS_ISSUER' );
$path = "$lab/site" . parse_url( getenv( 'AUTHGATE_WORDPRESS_URL' ), PHP_URL_PATH ) . '/wp-content/plugins/authgate';
putenv( "AUTHGATE_PLUGIN=$path" ); // The unit tests look here.
if ( 'network' === $site ) {
	file_get_contents( getenv( 'AUTHGATE_WORDPRESS_URL' ) . '/two/?rest_route=/&_fields=name' ); // That site's tables come with its first request.
}
$plugin = new Plugin( $path );
$missed = 0;

foreach ( require __DIR__ . '/broken-lines.php' as $mutation ) {
	list( $case, $fault, $file, $right, $broken, $suite, $filter ) = $mutation;
	if ( ( $argc > 1 && ! in_array( $case, array_slice( $argv, 1 ), true ) ) || ( $mutation[7] ?? 'own' ) !== $site ) {
		continue;
	}
	$plugin->break( (array) $file, (array) $right, (array) $broken );
	$failure = first_failure( $suite, $filter );
	$plugin->restore();
	$missed += null === $failure ? 1 : 0;
	printf(
		"| %s | %s (`%s`) | %s | %s |\n",
		$case,
		$fault,
		implode( '`, `', array_map( 'basename', (array) $file ) ),
		$failure[0] ?? $filter,
		null === $failure ? '**not noticed**' : cell( $failure[1] )
	);
}
exit( $missed ? 1 : 0 );
