<?php
/**
 * P56: settings.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use AuthGate\Setting_Values;
use AuthGate\Settings;

/**
 * Whatever is stored, what is read is sane.
 */
final class SettingsTest extends UnitTestCase {

	/**
	 * @dataProvider lifetimes
	 */
	public function test_p56_the_lifetime_is( int $minutes, $stored ): void {
		\Stub::$options['authgate_settings'] = array( 'token_minutes' => $stored );
		self::assertSame( $minutes, ( new Settings() )->token_minutes() );
		self::assertSame( $minutes, Setting_Values::sanitize( array( 'token_minutes' => $stored ) )['token_minutes'] );
	}

	public static function lifetimes(): array {
		return array(
			'the default for nothing'   => array( 30, '' ),
			'the default for a word'    => array( 30, 'abc' ),
			'the default for markup'    => array( 30, '60<b>' ),
			'the default for null'      => array( 30, null ),
			'the default for an array'  => array( 30, array( 5 ) ),
			'the default for an object' => array( 30, new \stdClass() ),
			'the default for true'      => array( 30, true ),
			'the default for NAN'       => array( 30, NAN ),
			'the least for negative'    => array( 1, -5 ),
			'the least for zero'        => array( 1, '0' ),
			'the most for 1e9'          => array( 43200, 1.0e9 ),
			'the most for infinity'     => array( 43200, INF ),
			'the most for PHP_INT_MAX'  => array( 43200, PHP_INT_MAX ),
			'the most for 30 digits'    => array( 43200, str_repeat( '9', 30 ) ),
			'what was typed'            => array( 45, ' 45 ' ),
		);
	}

	/**
	 * @dataProvider absurd
	 */
	public function test_p56_an_option_that_is_no_array_counts_as_the_defaults( $stored ): void {
		\Stub::$options['authgate_settings'] = $stored;
		$settings                            = new Settings();
		self::assertSame( 30, $settings->token_minutes() );
		self::assertSame( array( 'account_address' => 5, 'address' => 20, 'account' => 100, 'key' => 20 ), $settings->limits() );
		self::assertFalse( $settings->binds_address() );
		self::assertFalse( $settings->allows_application_passwords() );
		self::assertFalse( $settings->blocks_xmlrpc_logins() );
		self::assertSame( array(), $settings->trusted_proxies() );
		self::assertSame( array(), $settings->allowed_origins() );
	}

	public static function absurd(): array {
		return array(
			array( false ),
			array( '' ),
			array( 'x' ),
			array( 5 ),
			array( new \stdClass() ),
			array( array( 'token_minutes' => array(), 'limit_key' => 'x', 'bind_address' => 'yes', 'trusted_proxies' => 5, 'allowed_origins' => array( 'javascript:alert(1)', '*', 'null', 'https://a b', array() ), 'allow_application_passwords' => '1', 'block_xmlrpc_logins' => 2 ) ),
		);
	}

	/**
	 * @dataProvider roles
	 */
	public function test_p28_a_user_may_log_in( bool $may, array $settings, array $roles ): void {
		\Stub::$options['authgate_settings'] = $settings;
		self::assertSame( $may, ( new Settings() )->may_log_in( new \WP_User( 1, 'x', $roles ) ) );
	}

	public static function roles(): array {
		return array(
			'with any role by default'        => array( true, array(), array( 'subscriber' ) ),
			'not without a role'              => array( false, array(), array() ),
			'with a permitted role'           => array( true, array( 'limit_roles' => true, 'roles' => array( 'editor' ) ), array( 'author', 'editor' ) ),
			'not with another'                => array( false, array( 'limit_roles' => true, 'roles' => array( 'editor' ) ), array( 'author' ) ),
			'not at all if none is permitted' => array( false, array( 'limit_roles' => true, 'roles' => array() ), array( 'administrator' ) ),
			'not if the list is rubbish'      => array( false, array( 'limit_roles' => true, 'roles' => 5 ), array( 'administrator' ) ),
		);
	}

	public function test_p51_only_an_origin_is_an_origin(): void {
		$typed = "https://app.example.org/\nHTTP://x.example:8080, *, null https://evil.example/path javascript:alert(1) https://user@host https://a.example\"";
		self::assertSame( array( 'https://app.example.org', 'http://x.example:8080' ), Setting_Values::items( 'allowed_origins', $typed ) );
	}

	public function test_p55_a_megabyte_of_proxies_is_bounded(): void {
		self::assertLessThanOrEqual( 100, count( Setting_Values::items( 'trusted_proxies', str_repeat( "10.0.0.1\n10.0.0.2\n", 60000 ) ) ) );
	}
}
