<?php
/**
 * P16, P24: beside other plugins that read the Authorization header, or that sign with the same secret.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * What is ours nobody else believes, however it is spelled; what is theirs reaches them.
 */
final class OtherPluginsTest extends Gate_Test_Case {

	private const PAGES = array( '/', '/wp-admin/admin-ajax.php?action=x', '/?rest_route=/', '/wp-json/wp/v2/users/me' );

	/** @var string */
	private static $token = '';

	protected function setUp(): void {
		parent::setUp();
		if ( '' === self::$token ) {
			self::$token = $this->token( Site::account( 'editor' ) );
		}
		$this->must_use( 'who', 'add_action( "init", function () { header( "X-Who: " . get_current_user_id() ); } );' );
	}

	/**
	 * @dataProvider quoted
	 */
	public function test_p24_no_spelling_of_the_header_is_read_in_two_ways( string $pattern ): void {
		list( $head, $claims, $signature ) = explode( '.', self::$token );
		$header = strtr( $pattern, array( 'TOKEN' => self::$token, 'HEAD' => $head, 'CLAIMS' => $claims, 'SIGNATURE' => $signature ) );
		foreach ( self::PAGES as $page ) {
			self::assertSame( '0', $this->who( $page, $header ), "$page, without a key" );
		}
		self::assertNotSame( 200, $this->send( self::ME, 'GET', array( 'Authorization' => $header, 'X-API-KEY' => null ) )->status, $header );
	}

	/**
	 * @dataProvider quoted
	 */
	public function test_p16_a_token_that_the_jwt_plugin_has_issued_before_opens_nothing( string $pattern ): void {
		$id    = Forge::part( self::$token, 1 )['data']['user']['id'];
		$times = array( 'iat' => time(), 'nbf' => time(), 'exp' => time() + 600 );
		$token = Forge::sign( array( 'typ' => 'JWT', 'alg' => 'HS256' ), array( 'iss' => Site::url(), 'data' => array( 'user' => array( 'id' => $id ) ) ) + $times );
		list( $head, $claims, $signature ) = explode( '.', $token );
		$header = strtr( $pattern, array( 'TOKEN' => $token, 'HEAD' => $head, 'CLAIMS' => $claims, 'SIGNATURE' => $signature ) );
		foreach ( self::PAGES as $page ) {
			self::assertSame( '0', $this->who( $page, $header, Site::key() ), $page );
		}
		self::assert_refused( $this->send( self::VALIDATE, 'POST', array( 'Authorization' => $header ) ), $header );
	}

	public static function quoted(): array {
		return array(
			'plain'               => array( 'Bearer TOKEN' ),
			'a double quote'      => array( '<?php "?>Bearer TOKEN' ),
			'an apostrophe'       => array( '<?php \'?>Bearer TOKEN' ),
			'an escaped quote'    => array( '<?php \"?>Bearer TOKEN' ),
			'two quotes'          => array( '<?php "\'?>Bearer TOKEN' ),
			'a quote in a tag'    => array( '<a b=">Bearer TOKEN' ),
			'a quote in a remark' => array( '<!-- " -->Bearer TOKEN' ),
			'a backslash'         => array( '\Bearer TOKEN' ),
			'a quote in front'    => array( '"Bearer TOKEN' ),
			'a tag in front'      => array( '<b>Bearer TOKEN' ),
			'a tag in the word'   => array( 'Bea<b>rer TOKEN' ),
			'an octet in front'   => array( '%20Bearer TOKEN' ),
			'a tag in the claims' => array( 'Bearer HEAD.<b>CLAIMS.SIGNATURE' ),
			'a tag in the middle' => array( 'Bearer HEAD<?php "?>.CLAIMS.SIGNATURE' ),
		);
	}

	/**
	 * @dataProvider foreign
	 */
	public function test_p16_another_plugins_bearer_reaches_that_plugin( string $bearer ): void {
		$bearer = str_replace( 'FOREIGN', Forge::sign( array( 'typ' => 'JWT', 'alg' => 'HS256' ), array( 'iss' => Site::url(), 'exp' => time() + 600, 'data' => array( 'user' => array( 'id' => '1' ) ) ), 'the secret of another plugin' ), $bearer );
		$this->must_use(
			'another-bearer',
			'add_filter( "determine_current_user", function ( $user_id ) {
				return ' . var_export( "Bearer $bearer", true ) . ' === wp_unslash( $_SERVER["HTTP_AUTHORIZATION"] ?? "" ) ? 1 : $user_id;
			}, 20 );'
		);
		foreach ( self::PAGES as $page ) {
			self::assertSame( '1', $this->who( $page, "Bearer $bearer" ), $page );
		}
		$answer = $this->send( self::ME, 'GET', array( 'Authorization' => "Bearer $bearer", 'X-API-KEY' => null ) );
		self::assertSame( 200, $answer->status, (string) $answer );
		self::assertSame( '0', $this->who( '/', "Bearer $bearer.x" ), 'and no other' );
	}

	public static function foreign(): array {
		return array(
			'an opaque secret'            => array( 'wpmcp_0123456789abcdef' ),
			'a token that names the site' => array( 'FOREIGN' ),
		);
	}

	public function test_p23_only_the_token_of_a_guarded_login_is_given_a_session(): void {
		$account = Site::account();
		$result  = Site::php(
			'$user   = get_userdata( $in );
			$before  = count( ( new \AuthGate\Parts() )->sessions->of_user( $in ) );
			$results = array();
			foreach ( array( array( $user ), array( null ), array( "x" ), array( new WP_User() ), array() ) as $arguments ) {
				$results[] = apply_filters( "jwt_auth_token_before_sign", array( "sub" => 5 ), ...$arguments );
			}
			$results[] = apply_filters( "jwt_auth_token_before_sign", "no claims" );
			return array( $results, count( ( new \AuthGate\Parts() )->sessions->of_user( $in ) ) - $before );',
			$account['id']
		);
		self::assertSame( array_merge( array_fill( 0, 5, array( 'sub' => 5 ) ), array( 'no claims' ) ), $result[0] );
		self::assertSame( 0, $result[1], 'sessions' );
	}

	/**
	 * A theme that logs its users in and hands them a token of its own, past the wall.
	 */
	public function test_p23_while_a_login_runs_nobody_else_is_given_a_session(): void {
		$account = Site::account();
		$this->must_use(
			'mint',
			'add_filter( "authenticate", function ( $user ) {
				file_put_contents( getenv( "AUTHGATE_LAB" ) . "/minted", json_encode( apply_filters( "jwt_auth_token_before_sign", array( "sub" => 1 ), get_userdata( 1 ) ) ) );
				return $user;
			}, 1 );'
		);
		$this->token( $account );
		self::assertSame( '{"sub":1}', file_get_contents( Site::dir() . '/minted' ) );
	}

	private function who( string $page, string $header, ?string $key = null ): string {
		return $this->send( $page, 'GET', array( 'Authorization' => $header, 'X-API-KEY' => $key ) )->header( 'X-Who' );
	}
}
