<?php
/**
 * What the unit tests have in common.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use PHPUnit\Framework\TestCase;

/**
 * Resets the stubs and turns every notice into a failure, but for those of PHPUnit itself on a PHP that is newer than it.
 */
abstract class UnitTestCase extends TestCase {

	protected function setUp(): void {
		\Stub::reset();
		set_error_handler(
			static function ( int $level, string $message, string $file, int $line ): bool {
				if ( 0 !== strpos( $file, dirname( __DIR__, 2 ) ) && 0 !== strpos( $file, AUTHGATE_PLUGIN ) ) {
					return true;
				}
				throw new \ErrorException( $message, 0, $level, $file, $line );
			}
		);
	}

	protected function tearDown(): void {
		restore_error_handler();
	}
}
