<?php
/**
 * P62: the log.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use AuthGate\Audit_Log;
use AuthGate\Client_Address;
use AuthGate\Settings;

/**
 * What a row may hold.
 */
final class AuditLogTest extends UnitTestCase {

	/**
	 * @dataProvider texts
	 */
	public function test_p62_no_text_starts_a_second_line_or_hides_one( string $text ): void {
		self::log()->record( 'event', array( 'detail' => $text ) );
		self::assertSame( 'one two', $GLOBALS['wpdb']->inserted['detail'] );
	}

	public static function texts(): array {
		return array(
			'carriage return and line feed' => array( "one\r\ntwo" ),
			'escape'                        => array( "one\x1btwo" ),
			'NUL'                           => array( "one\0two" ),
			'line separator'                => array( "one\u{2028}two" ),
			'right-to-left override'        => array( "one\u{202e}two" ),
			'many of them'                  => array( "one\t\n\u{200b}\x7ftwo" ),
		);
	}

	public function test_p62_a_text_is_cut_to_what_the_table_holds(): void {
		self::log()->record( str_repeat( 'x', 10 ), array( 'detail' => str_repeat( 'ä', 500 ) ) );
		self::assertSame( str_repeat( 'ä', 190 ), $GLOBALS['wpdb']->inserted['detail'] );
	}

	public function test_p62_what_is_no_text_at_all_is_not_kept(): void {
		self::log()->record( 'event', array( 'detail' => "\xff\xfe" ) );
		self::assertSame( '', $GLOBALS['wpdb']->inserted['detail'] );
	}

	public function test_p62_a_name_that_belongs_to_no_account_is_not_kept(): void {
		self::log()->record( 'login_failed', array( 'user_name' => 'a password in the wrong field' ) );
		self::assertStringNotContainsString( 'password', implode( '|', $GLOBALS['wpdb']->inserted ) );
	}

	public function test_p62_a_log_that_cannot_be_written_changes_nothing(): void {
		$GLOBALS['wpdb']->affected = false;
		self::log()->record( 'event' );
		self::assertCount( 1, $GLOBALS['wpdb']->queries );
	}

	private static function log(): Audit_Log {
		$settings = new Settings();
		return new Audit_Log( new Client_Address( $settings ), $settings );
	}
}
