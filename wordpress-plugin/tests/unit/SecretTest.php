<?php
/**
 * P25: the secret. Each test runs in a process of its own, because a constant cannot be changed.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use AuthGate\Secret;
use AuthGate\Tokens;

require_once __DIR__ . '/TokensTest.php';

/**
 * What is no secret neither signs nor verifies.
 *
 * @runTestsInSeparateProcesses
 * @preserveGlobalState disabled
 */
final class SecretTest extends UnitTestCase {

	/**
	 * @dataProvider bad
	 */
	public function test_p25_such_a_constant_neither_signs_nor_verifies( $value, string $problem ): void {
		$token = ( new Tokens( new Secret() ) )->sign( TokensTest::claims() );
		define( 'JWT_AUTH_SECRET_KEY', $value );
		$secret = new Secret();
		self::assertSame( $problem, $secret->problem() );
		self::assertNull( $secret->signing_key() );
		self::assertInstanceOf( \WP_Error::class, ( new Tokens( $secret ) )->sign( TokensTest::claims() ) );
		self::assertInstanceOf( \WP_Error::class, ( new Tokens( $secret ) )->read( $token ) );
	}

	public static function bad(): array {
		return array(
			'empty'      => array( '', 'missing' ),
			'true'       => array( true, 'not_text' ),
			'null'       => array( null, 'not_text' ),
			'a number'   => array( 12345678901234567, 'not_text' ),
			'an array'   => array( array( 'x' ), 'not_text' ),
			'31 bytes'   => array( 'abcdefghijklmnopqrstuvwxyz01234', 'short' ),
			'one letter' => array( str_repeat( 'a', 64 ), 'sample' ),
			'the sample' => array( 'put your unique phrase here, put your unique phrase here', 'sample' ),
		);
	}

	public function test_p25_32_bytes_are_enough(): void {
		define( 'JWT_AUTH_SECRET_KEY', 'abcdefghijklmnopqrstuvwxyz012345' );
		$tokens = new Tokens( new Secret() );
		self::assertIsArray( $tokens->read( $tokens->sign( TokensTest::claims() ) ) );
	}

	public function test_p25_the_jwt_plugin_signs_with_the_constant_itself_and_without_it_with_nothing(): void {
		class_exists( 'Jwt_Auth_Public', false ) || eval( 'class Jwt_Auth_Public {}' );
		self::assertNull( ( new Secret() )->signing_key() );
		define( 'JWT_AUTH_SECRET_KEY', 'abcdefghijklmnopqrstuvwxyz012345' );
		self::assertSame( JWT_AUTH_SECRET_KEY, ( new Secret() )->signing_key() );
	}
}
