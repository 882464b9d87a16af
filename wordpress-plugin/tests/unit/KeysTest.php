<?php
/**
 * P1, P2, P6: keys.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use AuthGate\Api_Keys;
use AuthGate\Attempt_Counters;
use AuthGate\Audit_Log;
use AuthGate\Client_Address;
use AuthGate\Key_Check;
use AuthGate\Settings;
use AuthGate\Throttle;

/**
 * How a key is compared and kept.
 */
final class KeysTest extends UnitTestCase {

	private const KEY = 'ag_0123456789012345678901234567890123456789012';

	public function test_p1_a_key_is_looked_up_by_its_hash_and_compared_in_constant_time(): void {
		$GLOBALS['wpdb']->rows = array( self::row( hash( 'sha256', self::KEY ) ) );
		self::assertSame( 7, ( new Api_Keys() )->find( self::KEY )['id'] );
		self::assertStringContainsString( hash( 'sha256', self::KEY ), $GLOBALS['wpdb']->queries[0] );
		self::assertStringNotContainsString( self::KEY, $GLOBALS['wpdb']->queries[0] );
		$source = file_get_contents( AUTHGATE_PLUGIN . '/inc/class-api-keys.php' );
		self::assertStringContainsString( "hash_equals( \$row['hash'], \$hash )", $source );
	}

	public function test_p1_a_row_whose_hash_is_another_is_no_match_even_if_the_data_base_returns_it(): void {
		$GLOBALS['wpdb']->rows = array( self::row( hash( 'sha256', 'another' ) ) );
		self::assertNull( ( new Api_Keys() )->find( self::KEY ) );
	}

	/**
	 * @dataProvider odd_texts
	 */
	public function test_p1_any_text_at_all_may_be_asked_for( string $text ): void {
		$GLOBALS['wpdb']->rows = array( null );
		self::assertNull( ( new Api_Keys() )->find( $text ) );
	}

	public static function odd_texts(): array {
		return array( array( '' ), array( ' ' ), array( '0' ), array( "\0" ), array( "\xff\xfe" ), array( str_repeat( 'x', 100000 ) ), array( "' OR 1=1" ) );
	}

	/**
	 * @dataProvider presented
	 */
	public function test_p1_a_header_that_is_no_text_or_is_empty_is_a_missing_key_and_no_type_error( $value ): void {
		$GLOBALS['wpdb']->rows = array( null, '1', null );
		$_SERVER['HTTP_X_API_KEY'] = $value;
		self::assertSame( 'authgate_api_key_invalid', self::check()->refusal()->get_error_code() );
	}

	public static function presented(): array {
		return array( array( null ), array( array( 'x' ) ), array( 1 ), array( true ), array( '' ), array( str_repeat( 'x', 9000 ) ) );
	}

	public function test_p2_an_empty_key_is_refused_even_where_its_hash_is_stored(): void {
		$GLOBALS['wpdb']->rows     = array( self::row( hash( 'sha256', '' ) ), '1' );
		$_SERVER['HTTP_X_API_KEY'] = '';
		self::assertSame( 'authgate_api_key_invalid', self::check()->refusal()->get_error_code() );
	}

	public function test_p2_without_any_key_the_refusal_has_a_code_of_its_own(): void {
		$GLOBALS['wpdb']->rows     = array( null );
		$_SERVER['HTTP_X_API_KEY'] = self::KEY;
		$refusal                   = self::check()->refusal();
		self::assertSame( 'authgate_api_key_not_configured', $refusal->get_error_code() );
		self::assertSame( 503, $refusal->get_error_data()['status'] );
	}

	public function test_p18_asking_twice_asks_the_data_base_once_and_counts_once(): void {
		$GLOBALS['wpdb']->rows     = array( null, '1' );
		$_SERVER['HTTP_X_API_KEY'] = 'wrong';
		$check                     = self::check();
		self::assertFalse( $check->was_asked() );
		$first   = $check->refusal();
		$queries = count( $GLOBALS['wpdb']->queries );
		self::assertSame( $first, $check->refusal() );
		self::assertCount( $queries, $GLOBALS['wpdb']->queries );
		self::assertTrue( $check->was_asked() );
	}

	public function test_p6_only_the_hash_of_a_new_key_is_stored(): void {
		$key = ( new Api_Keys() )->create( 'name' );
		self::assertMatchesRegularExpression( '/^ag_[A-Za-z0-9_-]{43}$/', $key['key'] );
		self::assertSame( hash( 'sha256', $key['key'] ), $GLOBALS['wpdb']->inserted['hash'] );
		self::assertStringNotContainsString( substr( $key['key'], 8 ), implode( '|', $GLOBALS['wpdb']->inserted ) );
		self::assertNotSame( $key['key'], ( new Api_Keys() )->create( 'name' )['key'] );
	}

	public function test_p6_a_key_that_could_not_be_stored_is_none(): void {
		$GLOBALS['wpdb']->affected = false;
		self::assertNull( ( new Api_Keys() )->create( 'name' ) );
	}

	private static function row( string $hash ): array {
		return array( 'id' => '7', 'name' => 'n', 'hash' => $hash, 'last_used' => (string) time() );
	}

	private static function check(): Key_Check {
		$settings = new Settings();
		$address  = new Client_Address( $settings );
		return new Key_Check( new Api_Keys(), new Throttle( $settings, $address, new Attempt_Counters() ), new Audit_Log( $address, $settings ) );
	}
}
