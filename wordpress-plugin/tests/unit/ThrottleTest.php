<?php
/**
 * P36, P41: the limits, as far as they need no site.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use AuthGate\Attempt_Counters;
use AuthGate\Client_Address;
use AuthGate\Settings;
use AuthGate\Throttle;

/**
 * What the limits make of what the counters say.
 */
final class ThrottleTest extends UnitTestCase {

	public function test_p41_where_attempts_cannot_be_counted_a_known_address_is_refused_too(): void {
		foreach ( array( array( false ), array( 1, false ), array( 1, 1, false ) ) as $written ) {
			$GLOBALS['wpdb']->affected  = array_merge( $written, array( 1 ) );
			$GLOBALS['wpdb']->insert_id = 2;
			$GLOBALS['wpdb']->rows      = array( '1' ); // The mark can be read.
			$refusal                    = self::throttle()->attempt( 'sam' );
			self::assertNotNull( $refusal, json_encode( $written ) );
			self::assertSame( 'internal_server_error', $refusal->get_error_code(), json_encode( $written ) );
		}
	}

	public function test_p37_a_full_address_does_not_shut_out_who_is_known_there(): void {
		$GLOBALS['wpdb']->insert_id = 21;
		$GLOBALS['wpdb']->rows      = array( (string) ( time() + 60 ), '0' );
		self::assertSame( 'authgate_too_many_attempts', self::throttle()->attempt( 'sam' )->get_error_code(), 'unknown' );
		\Stub::$options['authgate_settings'] = array( 'limit_account_address' => 100 );
		$GLOBALS['wpdb']->rows               = array( (string) ( time() + 60 ), '1' );
		self::assertNull( self::throttle()->attempt( 'sam' ), 'known' );
	}

	private static function throttle(): Throttle {
		$settings = new Settings();
		return new Throttle( $settings, new Client_Address( $settings ), new Attempt_Counters() );
	}
}
