<?php
/**
 * P39, P40: where a request comes from.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use AuthGate\Client_Address;
use AuthGate\Settings;

/**
 * Only the connection counts, unless it is that of a trusted proxy.
 */
final class AddressTest extends UnitTestCase {

	/**
	 * @dataProvider cases
	 */
	public function test_p39_p40_the_address_is( string $expected, array $proxies, $remote, ?string $forwarded = null ): void {
		\Stub::$options['authgate_settings'] = array( 'trusted_proxies' => $proxies );
		$_SERVER['REMOTE_ADDR']              = $remote;
		if ( null === $remote ) {
			unset( $_SERVER['REMOTE_ADDR'] );
		}
		if ( null !== $forwarded ) {
			$_SERVER['HTTP_X_FORWARDED_FOR'] = $forwarded;
		}
		self::assertSame( $expected, ( new Client_Address( new Settings() ) )->get() );
	}

	public static function cases(): array {
		$proxy = array( '10.0.0.0/8', '2001:db8:1::/48' );
		return array(
			'that of the connection'                 => array( '192.0.2.1', array(), '192.0.2.1' ),
			'not the one a stranger claims'          => array( '192.0.2.1', array(), '192.0.2.1', '198.51.100.1' ),
			'not the one a stranger claims, with proxies set' => array( '192.0.2.1', $proxy, '192.0.2.1', '198.51.100.1' ),
			'the hop before the proxy'               => array( '198.51.100.1', $proxy, '10.1.2.3', '198.51.100.1' ),
			'the right-most hop that is no proxy'    => array( '198.51.100.1', $proxy, '10.1.2.3', '203.0.113.9, 198.51.100.1, 10.9.9.9' ),
			'what is to the left does not count'     => array( '198.51.100.1', $proxy, '10.1.2.3', '10.0.0.1, 198.51.100.1' ),
			'the proxy where it says nothing'        => array( '10.1.2.3', $proxy, '10.1.2.3' ),
			'the proxy where it says rubbish'        => array( '10.1.2.3', $proxy, '10.1.2.3', 'rubbish' ),
			'rubbish to the left of a hop'           => array( '198.51.100.1', $proxy, '10.1.2.3', '<b>, 198.51.100.1' ),
			'the left-most of proxies only'          => array( '10.7.7.7', $proxy, '10.1.2.3', '10.7.7.7, 10.8.8.8' ),
			'IPv6 behind a proxy'                    => array( '2001:db8:2::1', $proxy, '2001:db8:1::5', '2001:DB8:2:0:0::1' ),
			'IPv4 written as IPv6'                   => array( '192.0.2.1', array(), '::ffff:192.0.2.1' ),
			'a proxy written as IPv6'                => array( '198.51.100.1', $proxy, '::ffff:10.1.2.3', '198.51.100.1' ),
			'none'                                   => array( '', array(), '' ),
			'none at all'                            => array( '', array(), null ),
			'none on a Unix socket'                  => array( '', array(), 'unix:' ),
			'none where it is an array'              => array( '', array(), array( '192.0.2.1' ) ),
			'none, and a header does not change it'  => array( '', array( '10.0.0.0/8' ), 'unix:', '198.51.100.1' ),
			'a range of odd bits, inside'            => array( '198.51.100.1', array( '10.0.0.0/9' ), '10.127.255.255', '198.51.100.1' ),
			'a range of odd bits, outside'           => array( '10.128.0.0', array( '10.0.0.0/9' ), '10.128.0.0', '198.51.100.1' ),
			'an absurd range'                        => array( '10.1.2.3', array( '10.0.0.0/99', 'x', '/', '10.0.0.0/' ), '10.1.2.3', '198.51.100.1' ),
		);
	}

	/**
	 * @dataProvider networks
	 */
	public function test_p39_one_client_is( string $expected, string $address ): void {
		self::assertSame( $expected, Client_Address::network_of( $address ) );
	}

	public static function networks(): array {
		return array(
			'an IPv4 address'       => array( '192.0.2.1', '192.0.2.1' ),
			'a /64 of IPv6'         => array( '2001:db8:1:2::/64', '2001:db8:1:2:3:4:5:6' ),
			'the same /64'          => array( '2001:db8:1:2::/64', '2001:db8:1:2:ffff:ffff:ffff:ffff' ),
			'loopback'              => array( '::/64', '::1' ),
			'everybody without one' => array( '', '' ),
		);
	}
}
