<?php
/**
 * Compiles every PHP file of the plugin without running it, as "php -l" does, but all of them in one process.
 */

$failures = array();
$files    = array();
$plugin   = dirname( __DIR__, 2 ) . '/authgate';
foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $plugin, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
	if ( 'php' === $file->getExtension() ) {
		$files[] = $file->getPathname();
	}
}
set_error_handler(
	static function ( int $level, string $message, string $file, int $line ) use ( &$failures ): bool {
		$failures[] = "$file:$line $message";
		return true;
	}
);
foreach ( $files as $file ) {
	try {
		if ( ! opcache_compile_file( $file ) ) {
			$failures[] = "$file does not compile";
		}
	} catch ( Throwable $failure ) {
		$failures[] = "$file:{$failure->getLine()} {$failure->getMessage()}";
	}
}
echo "\n", json_encode( array( 'version' => PHP_VERSION, 'files' => count( $files ), 'failures' => $failures ) ), "\n";
