<?php
/**
 * P9 and P10: every spelling of the routes against every kind of key.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Run on sites with pretty and plain permalinks and in a sub-directory: a spelling that leads nowhere on one of them leads
 * to the routes on another. Whatever it leads to, without the right key there is no token, nothing about a user, no 5xx.
 */
final class SpellingsTest extends Gate_Test_Case {

	/** @var array|null */
	private static $account = null;

	/** @var string */
	private static $token = '';

	/** @var string */
	private static $revoked = '';

	protected function setUp(): void {
		parent::setUp();
		if ( null === self::$account ) {
			self::$account = Site::account( 'editor' );
			self::$token   = $this->login_at( '/?rest_route=/jwt-auth/v1/token', Site::key() )->token();
			self::$revoked = Site::php( '$keys = ( new \AuthGate\Parts() )->api_keys; $made = $keys->create( "revoked" ); $keys->revoke( $made["id"] ); return $made["key"];' );
			self::assertNotSame( '', self::$token );
		}
	}

	/**
	 * @dataProvider matrix
	 */
	public function test_no_spelling_opens_anything_without_the_right_key( string $spelling, ?string $key ): void {
		$key     = 'REVOKED' === $key ? self::$revoked : $key;
		$answers = array(
			'token'      => $this->login_at( str_replace( 'ROUTE', 'token', $spelling ), $key ),
			'validate'   => $this->validate_at( str_replace( 'ROUTE', 'token/validate', $spelling ), $key ),
			'quoted'     => $this->send( str_replace( 'ROUTE', 'token/validate', $spelling ), 'POST', array( 'X-API-KEY' => $key, 'Authorization' => '<?php "\'?>Bearer ' . self::$token ) ),
			'token JSON' => $this->send( str_replace( 'ROUTE', 'token', $spelling ), 'POST', array( 'X-API-KEY' => $key, 'Content-Type' => 'application/json' ), json_encode( array( 'username' => self::$account['name'], 'password' => self::$account['password'] ) ) ),
		);
		foreach ( $answers as $route => $answer ) {
			self::assertGreaterThan( 0, $answer->status, "$route: no answer" );
			self::assertLessThan( 500, $answer->status, "$route: $answer" );
			self::assertFalse( $answer->has_a_token(), "$route: $answer" );
			self::assertNotSame( 'jwt_auth_valid_token', $answer->code(), "$route: $answer" );
			self::assertStringNotContainsString( self::$account['email'], $answer->body, $route );
			self::assertStringNotContainsString( 'front page of user ' . self::$account['id'], $answer->body, $route );
		}
	}

	public static function matrix(): array {
		$cases = array();
		foreach ( self::spellings() as $name => $spelling ) {
			foreach ( array( 'no key' => null, 'empty key' => '', 'wrong key' => 'wrong', 'revoked key' => 'REVOKED' ) as $kind => $key ) {
				$cases[ "$name, $kind" ] = array( $spelling, $key );
			}
		}
		return $cases;
	}

	/**
	 * @dataProvider right
	 */
	public function test_with_the_right_key_a_spelling_leads_to_the_route_or_nowhere_but_breaks_nothing( string $spelling ): void {
		$login    = $this->login_at( str_replace( 'ROUTE', 'token', $spelling ), Site::key() );
		$validate = $this->validate_at( str_replace( 'ROUTE', 'token/validate', $spelling ), Site::key() );
		foreach ( array( $login, $validate ) as $answer ) {
			self::assertGreaterThan( 0, $answer->status );
			self::assertLessThan( 500, $answer->status, (string) $answer );
		}
		self::assertSame( 200 === $login->status && '' !== $login->token(), $login->has_a_token(), (string) $login );
	}

	public static function right(): array {
		return array_map(
			static function ( string $spelling ): array {
				return array( $spelling );
			},
			self::spellings()
		);
	}

	public function test_the_plain_spelling_works_with_the_right_key(): void {
		$login = $this->login_at( '/?rest_route=/jwt-auth/v1/token', Site::key() );
		self::assertNotSame( '', $login->token(), (string) $login );
		self::$token = $login->token(); // One of the spellings above was a logout.
		$validate    = $this->validate_at( '/?rest_route=/jwt-auth/v1/token/validate', Site::key() );
		self::assertSame( 'jwt_auth_valid_token', $validate->code(), (string) $validate );
	}

	/**
	 * The spellings; ROUTE stands for "token" or "token/validate".
	 *
	 * @return array<string, string>
	 */
	public static function spellings(): array {
		return array(
			'pretty'                     => '/wp-json/jwt-auth/v1/ROUTE',
			'slash at the end'           => '/wp-json/jwt-auth/v1/ROUTE/',
			'two slashes at the end'     => '/wp-json/jwt-auth/v1/ROUTE//',
			'double slash in front'      => '//wp-json/jwt-auth/v1/ROUTE',
			'double slash within'        => '/wp-json//jwt-auth/v1/ROUTE',
			'double slash in the route'  => '/wp-json/jwt-auth//v1/ROUTE',
			'upper case'                 => '/wp-json/JWT-AUTH/V1/ROUTE',
			'mixed case'                 => '/wp-json/Jwt-Auth/v1/ROUTE',
			'prefix in upper case'       => '/WP-JSON/jwt-auth/v1/ROUTE',
			'%2D'                        => '/wp-json/jwt%2Dauth/v1/ROUTE',
			'%6A'                        => '/wp-json/%6Awt-auth/v1/ROUTE',
			'%2F'                        => '/wp-json/jwt-auth%2Fv1%2FROUTE',
			'encoded twice'              => '/wp-json/jwt%252Dauth/v1/ROUTE',
			'dot segment'                => '/wp-json/./jwt-auth/v1/ROUTE',
			'dot-dot segment'            => '/wp-json/x/../jwt-auth/v1/ROUTE',
			'newline at the end'         => '/wp-json/jwt-auth/v1/ROUTE%0A',
			'blank at the end'           => '/wp-json/jwt-auth/v1/ROUTE%20',
			'NUL at the end'             => '/wp-json/jwt-auth/v1/ROUTE%00',
			'semicolon'                  => '/wp-json/jwt-auth/v1/ROUTE;x=1',
			'fragment'                   => '/wp-json/jwt-auth/v1/ROUTE%23x',
			'query'                      => '/wp-json/jwt-auth/v1/ROUTE?a=b',
			'not UTF-8'                  => '/wp-json/jwt-auth/v1/ROUTE%ff',
			'fullwidth letters'          => '/wp-json/%EF%BD%8Awt-auth/v1/ROUTE',
			'index.php in front'         => '/index.php/wp-json/jwt-auth/v1/ROUTE',
			'index.php and double slash' => '/index.php//wp-json/jwt-auth/v1/ROUTE',
			'rest_route'                 => '/?rest_route=/jwt-auth/v1/ROUTE',
			'rest_route upper case'      => '/?rest_route=/JWT-AUTH/v1/ROUTE',
			'rest_route without slash'   => '/?rest_route=jwt-auth/v1/ROUTE',
			'rest_route slash at end'    => '/?rest_route=/jwt-auth/v1/ROUTE/',
			'rest_route encoded'         => '/?rest_route=%2Fjwt-auth%2Fv1%2FROUTE',
			'rest_route double slash'    => '/?rest_route=//jwt-auth/v1/ROUTE',
			'rest_route newline'         => '/?rest_route=/jwt-auth/v1/ROUTE%0a',
			'rest_route encoded name'    => '/?rest%5Froute=/jwt-auth/v1/ROUTE',
			'rest.route'                 => '/?rest.route=/jwt-auth/v1/ROUTE',
			'rest_route twice'           => '/?rest_route=/&rest_route=/jwt-auth/v1/ROUTE',
			'rest_route as an array'     => '/?rest_route[]=/jwt-auth/v1/ROUTE',
			'rest_route at index.php'    => '/index.php?rest_route=/jwt-auth/v1/ROUTE',
			'rest_route at any page'     => '/some-page/?rest_route=/jwt-auth/v1/ROUTE',
			'rest_route below wp-json'   => '/wp-json/wp/v2/posts?rest_route=/jwt-auth/v1/ROUTE',
			'rest_route at wp-login'     => '/wp-login.php?rest_route=/jwt-auth/v1/ROUTE',
			'rest_route at admin-ajax'   => '/wp-admin/admin-ajax.php?action=x&rest_route=/jwt-auth/v1/ROUTE',
			'_method'                    => '/?rest_route=/jwt-auth/v1/ROUTE&_method=POST',
			'_envelope'                  => '/?rest_route=/jwt-auth/v1/ROUTE&_envelope=1',
			'_jsonp'                     => '/?rest_route=/jwt-auth/v1/ROUTE&_jsonp=f',
			'key in the query'           => '/?rest_route=/jwt-auth/v1/ROUTE&x_api_key=x&X-API-KEY=x',
			'feed'                       => '/feed/?rest_route=/jwt-auth/v1/ROUTE',
			'logout'                     => '/?rest_route=/authgate/v1/logout',
			'status'                     => '/?rest_route=/authgate/v1/status',
			'users/me'                   => '/?rest_route=/wp/v2/users/me&context=edit',
			'users/me in upper case'     => '/?rest_route=/WP/V2/USERS/ME&context=edit',
			'front page'                 => '/',
			'admin-ajax'                 => '/wp-admin/admin-ajax.php?action=rest-nonce',
			'the namespace'              => '/?rest_route=/jwt-auth/v1',
		);
	}

	private function login_at( string $path, ?string $key ): Answer {
		$body = http_build_query( array( 'username' => self::$account['name'], 'password' => self::$account['password'] ) );
		return $this->send( $path, 'POST', array( 'X-API-KEY' => $key, 'Content-Type' => 'application/x-www-form-urlencoded' ), $body );
	}

	private function validate_at( string $path, ?string $key ): Answer {
		return $this->send( $path, 'POST', array( 'X-API-KEY' => $key, 'Authorization' => 'Bearer ' . self::$token ) );
	}
}
