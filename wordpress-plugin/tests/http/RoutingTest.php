<?php
/**
 * P11–P18: ways around the wall. The spellings of P9 and P10 have a suite of their own.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * The wall stands where WordPress has chosen the handler, and disturbs nobody else.
 */
final class RoutingTest extends Gate_Test_Case {

	/**
	 * @dataProvider other_methods
	 */
	public function test_p11_only_a_real_post_is_a_login( string $method, string $query, array $headers ): void {
		$account = Site::account();
		$fields  = array(
			'username' => $account['name'],
			'password' => $account['password'],
		);
		$bodies  = array(
			'application/x-www-form-urlencoded' => http_build_query( $fields ),
			'application/json'                  => json_encode( $fields ),
		);
		foreach ( $bodies as $type => $body ) {
			foreach ( array( self::TOKEN . $query, '/?rest_route=/jwt-auth/v1/token&' . ltrim( $query, '?' ) ) as $path ) {
				$answer = $this->send( $path, $method, $headers + array( 'Content-Type' => $type ), $body );
				self::assertFalse( $answer->has_a_token(), "$type: $answer" );
				self::assertLessThan( 500, $answer->status, "$type: $answer" );
				self::assertGreaterThan( 0, $answer->status, "$type: $answer" );
			}
		}
	}

	public static function other_methods(): array {
		$override = array( 'X-HTTP-Method-Override' => 'POST' );
		return array(
			'GET'                       => array( 'GET', '', array() ),
			'HEAD'                      => array( 'HEAD', '', array() ),
			'PUT'                       => array( 'PUT', '', array() ),
			'PATCH'                     => array( 'PATCH', '', array() ),
			'DELETE'                    => array( 'DELETE', '', array() ),
			'OPTIONS'                   => array( 'OPTIONS', '', array() ),
			'GET with _method'          => array( 'GET', '?_method=POST', array() ),
			'GET with _method in small' => array( 'GET', '?_method=post', array() ),
			'GET with a list of them'   => array( 'GET', '?_method[]=POST', array() ),
			'PUT with _method'          => array( 'PUT', '?_method=POST', array() ),
			'GET with a header'         => array( 'GET', '', $override ),
			'HEAD with a header'        => array( 'HEAD', '', $override ),
			'DELETE with a header'      => array( 'DELETE', '', $override ),
			'OPTIONS with a header'     => array( 'OPTIONS', '', $override ),
		);
	}

	public function test_p11_a_get_dressed_as_a_post_is_refused_with_the_credentials_in_its_query(): void {
		$account = Site::account();
		$query   = http_build_query(
			array(
				'_method'  => 'POST',
				'username' => $account['name'],
				'password' => $account['password'],
			)
		);
		self::assert_refused( $this->send( self::TOKEN . "?$query" ) );
	}

	public function test_p12_credentials_in_the_query_string_are_refused_even_with_a_key(): void {
		$account = Site::account();
		$query   = http_build_query(
			array(
				'username' => $account['name'],
				'password' => $account['password'],
			)
		);
		self::assert_refused( $this->send( self::TOKEN . "?$query", 'POST', array(), '' ), 'both', 'authgate_bad_request', 400 );
		$body = http_build_query( array( 'username' => $account['name'] ) );
		$half = '?' . http_build_query( array( 'password' => $account['password'] ) );
		self::assert_refused( $this->send( self::TOKEN . $half, 'POST', array( 'Content-Type' => 'application/x-www-form-urlencoded' ), $body ), 'the password only', 'authgate_bad_request', 400 );
		$both = http_build_query(
			array(
				'username' => $account['name'],
				'password' => $account['password'],
			)
		);
		self::assert_refused( $this->send( self::TOKEN . '?password=x', 'POST', array( 'Content-Type' => 'application/x-www-form-urlencoded' ), $both ), 'in both places', 'authgate_bad_request', 400 );
	}

	/**
	 * @dataProvider with_and_without_key
	 */
	public function test_p13_a_batch_never_gives_a_token( bool $with_key ): void {
		$account = Site::account();
		// WordPress itself keeps a route out of batches unless it asks to be in; a plugin may ask for it.
		$this->must_use(
			'batch',
			'add_filter( "rest_endpoints", function ( $endpoints ) {
				foreach ( preg_grep( "#^/jwt-auth/v1/token#", array_keys( $endpoints ) ) as $route ) {
					$endpoints[ $route ]["allow_batch"] = array( "v1" => true );
				}
				return $endpoints;
			}, 1 );'
		);
		$path    = '/jwt-auth/v1/token?' . http_build_query(
			array(
				'username' => $account['name'],
				'password' => $account['password'],
			)
		);
		$inner   = array(
			'method'  => 'POST',
			'path'    => '/jwt-auth/v1/token',
			'headers' => array( 'X-API-KEY' => Site::key() ),
			'body'    => array(
				'username' => $account['name'],
				'password' => $account['password'],
			),
		);
		foreach ( array( 'normal', 'require-all-validate' ) as $validation ) {
			$batch  = array(
				'validation' => $validation,
				'requests'   => array( $inner, array( 'path' => $path ) + $inner ),
			);
			$answer = $this->send( '/wp-json/batch/v1', 'POST', array( 'Content-Type' => 'application/json', 'X-API-KEY' => $with_key ? Site::key() : null ), json_encode( $batch ) );
			self::assertFalse( $answer->has_a_token(), (string) $answer );
			self::assertLessThan( 500, $answer->status, (string) $answer );
		}
	}

	public static function with_and_without_key(): array {
		return array(
			'with a key'    => array( true ),
			'without a key' => array( false ),
		);
	}

	/**
	 * @dataProvider decorations
	 */
	public function test_p14_the_status_line_stays_truthful( string $query ): void {
		$answer = $this->send( self::TOKEN . "?$query", 'POST', array( 'Content-Type' => 'application/x-www-form-urlencoded' ), 'username=sam&password=wrong' );
		self::assertContains( $answer->status, array( 400, 401 ), (string) $answer );
		self::assertStringStartsWith( 'application/json', $answer->header( 'Content-Type' ) );
		$answer = $this->send( self::VALIDATE . "?$query", 'POST', array( 'Authorization' => 'Bearer not.a.token' ) );
		self::assertContains( $answer->status, array( 400, 401, 403 ), (string) $answer );
		self::assertStringStartsWith( 'application/json', $answer->header( 'Content-Type' ) );
	}

	public static function decorations(): array {
		return array(
			'_envelope'       => array( '_envelope=1' ),
			'_envelope empty' => array( '_envelope' ),
			'_envelope embed' => array( '_envelope=embed&_embed=1' ),
			'_jsonp'          => array( '_jsonp=alert' ),
			'_fields'         => array( '_fields=nothing' ),
			'_embed'          => array( '_embed' ),
			'all'             => array( '_envelope=1&_jsonp=a&_fields=data&_embed' ),
		);
	}

	/**
	 * @dataProvider our_routes
	 */
	public function test_p14_asking_a_route_for_its_options_breaks_nothing( string $path ): void {
		foreach ( array( '', '?_fields=nothing', '?_envelope=1&_fields=nothing' ) as $query ) {
			$answer = $this->send( $path . $query, 'OPTIONS' );
			self::assertContains( $answer->status, array( 200, 400 ), "$query: $answer" );
		}
	}

	public static function our_routes(): array {
		return array(
			'token'     => array( self::TOKEN ),
			'validate'  => array( self::VALIDATE ),
			'logout'    => array( self::LOGOUT ),
			'status'    => array( self::STATUS ),
			'the probe' => array( '/wp-json/authgate/v1/probe' ),
			'namespace' => array( '/wp-json/authgate/v1' ),
		);
	}

	public function test_p15_a_request_that_another_plugin_dispatches_inside_meets_the_wall(): void {
		$account = Site::account();
		$this->must_use(
			'inner',
			'add_action( "rest_api_init", function () {
				register_rest_route( "lab/v1", "inner", array( "methods" => "POST", "permission_callback" => "__return_true", "callback" => function ( $outer ) {
					$inner = new WP_REST_Request( "POST", "/jwt-auth/v1/token" );
					$inner->set_body_params( array( "username" => $outer["u"], "password" => $outer["p"] ) );
					return rest_do_request( $inner );
				} ) );
			} );'
		);
		$body = http_build_query(
			array(
				'u' => $account['name'],
				'p' => $account['password'],
			)
		);
		$form = array( 'Content-Type' => 'application/x-www-form-urlencoded' );
		$this->count_passwords();
		self::assert_refused( $this->send( '/wp-json/lab/v1/inner', 'POST', $form + array( 'X-API-KEY' => null ), $body ), 'without a key' );
		self::assertSame( 0, self::passwords_looked_at() );
		self::assertLessThan( 500, $this->send( '/wp-json/lab/v1/inner', 'POST', $form, $body )->status );
	}

	/**
	 * @dataProvider early_answers
	 */
	public function test_p15_a_plugin_that_takes_over_the_dispatch_does_not_open_the_wall( string $code ): void {
		$account = Site::account();
		$this->must_use( 'takes-over', $code );
		foreach ( array( self::TOKEN, '/wp-json/JWT-AUTH/v1/token' ) as $path ) {
			$answer = $this->send( $path, 'POST', array( 'Content-Type' => 'application/x-www-form-urlencoded', 'X-API-KEY' => null ), http_build_query( array( 'username' => $account['name'], 'password' => $account['password'] ) ) );
			self::assertFalse( $answer->has_a_token(), (string) $answer );
			self::assertLessThan( 500, $answer->status, (string) $answer );
		}
	}

	public static function early_answers(): array {
		return array(
			'it dispatches again'           => array(
				'add_filter( "rest_pre_dispatch", function ( $result, $server, $request ) {
					static $depth = 0;
					return ! $depth++ ? $server->dispatch( $request ) : $result;
				}, 1, 3 );',
			),
			'it calls the callback itself'  => array(
				'add_filter( "rest_dispatch_request", function ( $result, $request, $route, $handler ) {
					return call_user_func( $handler["callback"], $request );
				}, 1, 4 );',
			),
			'it removes refusals'           => array(
				'add_filter( "rest_pre_dispatch", function ( $result ) { return is_wp_error( $result ) ? null : $result; }, PHP_INT_MAX, 1 );
				add_filter( "rest_request_before_callbacks", function ( $result ) { return is_wp_error( $result ) ? null : $result; }, PHP_INT_MAX, 1 );',
			),
			'it allows everything'          => array(
				'add_filter( "rest_authentication_errors", "__return_true", PHP_INT_MAX );',
			),
			'it changes the route of a request' => array(
				'add_filter( "rest_pre_dispatch", function ( $result, $server, $request ) {
					$request->set_route( "/jwt-auth/v1/token" );
					return $result;
				}, 1, 3 );',
			),
		);
	}

	public function test_p16_where_another_plugin_serves_the_same_namespace_nothing_is_open_without_a_key(): void {
		$account = Site::account();
		$this->must_use(
			'another-issuer',
			'add_action( "rest_api_init", function () {
				foreach ( array( "token", "token/validate", "token/refresh" ) as $route ) {
					register_rest_route( "jwt-auth/v1", $route, array( "methods" => "POST", "permission_callback" => "__return_true", "callback" => function () {
						return array( "token" => "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLi4u" );
					} ) );
				}
			} );'
		);
		foreach ( array( self::TOKEN, self::VALIDATE, '/wp-json/jwt-auth/v1/token/refresh' ) as $path ) {
			self::assert_refused( $this->send( $path, 'POST', array( 'X-API-KEY' => null ), '' ), $path, 'authgate_api_key_invalid', 401 );
		}
		$answer = $this->login( $account['name'], $account['password'] );
		self::assertLessThan( 500, $answer->status, 'with a key it may work or be refused, but not break: ' . $answer );
	}

	public function test_p16_whoever_registers_first_the_owner_answers_and_health_names_the_other(): void {
		$this->must_use(
			'another-issuer',
			'final class Another_Issuer {
				public static function answer() {
					return array( "token" => "not the owner" );
				}
			}
			add_action( "rest_api_init", function () {
				foreach ( array( "token", "token/validate" ) as $route ) {
					register_rest_route( "jwt-auth/v1", $route, array( "methods" => "POST", "permission_callback" => "__return_true", "callback" => array( "Another_Issuer", "answer" ) ) );
				}
			}, 1 );'
		);
		$this->assert_token_holds( $this->token( Site::account() ), 'issued and validated by their owners' );
		self::assertStringContainsString( 'wants the same addresses: Another_Issuer', Admin::login()->page( '/wp-admin/options-general.php?page=authgate&tab=health' )->body );
	}

	public function test_p16_without_the_jwt_plugin_authgate_issues_the_tokens_itself(): void {
		if ( 'own' === Site::issuer() ) {
			self::assertFalse( Site::php( 'return class_exists( "Jwt_Auth_Public", false );' ), 'there is no other issuer here' );
			$this->token( Site::account() );
			return;
		}
		$account = Site::account();
		$before  = $this->token( $account );
		$active  = Site::php( '$active = get_option( "active_plugins" ); deactivate_plugins( preg_grep( "#^(jwt-|wp-api-jwt)#", $active ), true ); return $active;' );
		try {
			self::assert_refused( $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => null ) ), '', 'authgate_api_key_invalid', 401 );
			$this->assert_token_holds( $this->token( $account ), 'issued by AuthGate itself' );
			self::assertLessThan( 500, $this->validate( $before )->status );
		} finally {
			Site::php( 'update_option( "active_plugins", $in );', $active );
		}
		$this->assert_token_holds( $this->token( $account ), 'the plugin is back' );
	}

	public function test_p16_exactly_one_handler_serves_each_route(): void {
		$handlers = Site::php( '$routes = rest_get_server()->get_routes(); return array( $routes["/jwt-auth/v1/token"], $routes["/jwt-auth/v1/token/validate"] );' );
		self::assertSame( array( 1, 1 ), array_map( 'count', $handlers ) );
	}

	public function test_p17_another_rest_prefix_is_guarded(): void {
		$account = Site::account();
		$this->must_use( 'prefix', 'add_filter( "rest_url_prefix", function () { return "api"; } );' );
		Site::php( '$GLOBALS["wp_rewrite"]->flush_rules( false );' );
		try {
			$path = '/api/jwt-auth/v1/token';
			$body = http_build_query( array( 'username' => $account['name'], 'password' => $account['password'] ) );
			$form = array( 'Content-Type' => 'application/x-www-form-urlencoded' );
			self::assert_refused( $this->send( $path, 'POST', $form + array( 'X-API-KEY' => null ), $body ), '', 'authgate_api_key_invalid', 401 );
			$answer = $this->send( $path, 'POST', $form, $body );
			self::assertNotSame( '', $answer->token(), (string) $answer );
			$answer = $this->send( '/api/jwt-auth/v1/token/validate', 'POST', array( 'Authorization' => 'Bearer ' . $answer->token() ) );
			self::assertSame( 200, $answer->status, (string) $answer );
		} finally {
			Site::must_use( 'prefix', null );
			Site::php( '$GLOBALS["wp_rewrite"]->flush_rules( false );' );
		}
	}

	/**
	 * @dataProvider wp_json_is_open
	 */
	public function test_p18_other_routes_answer_as_before_without_a_key( string $path, int $status ): void {
		$this->must_use(
			'foreign',
			'add_action( "rest_api_init", function () {
				register_rest_route( "lab/v1", "teapot", array( "methods" => "GET", "permission_callback" => "__return_true", "callback" => function () { return new WP_REST_Response( array( "tea" => "x" ), 418, array( "X-Tea" => "y" ) ); } ) );
				register_rest_route( "lab/v1", "error", array( "methods" => "GET", "permission_callback" => "__return_true", "callback" => function () { return new WP_Error( "lab_error", "An <b>error</b>", array( "status" => 409 ) ); } ) );
			} );'
		);
		$with = $this->send( $path, 'GET', array( 'X-API-KEY' => null, 'Origin' => 'https://example.org' ) );
		self::assertSame( $status, $with->status, (string) $with );
		$active = Site::php( '$active = get_option( "active_plugins" ); update_option( "active_plugins", array_diff( $active, array( "authgate/authgate.php" ) ) ); return $active;' );
		try {
			$without = $this->send( $path, 'GET', array( 'X-API-KEY' => null, 'Origin' => 'https://example.org' ) );
		} finally {
			Site::php( 'update_option( "active_plugins", $in );', $active );
		}
		self::assertSame( self::without_authgate( $without ), self::without_authgate( $with ) );
	}

	public static function wp_json_is_open(): array {
		return array(
			'a foreign answer'    => array( '/wp-json/lab/v1/teapot', 418 ),
			'a foreign error'     => array( '/wp-json/lab/v1/error', 409 ),
			'posts'               => array( '/wp-json/wp/v2/posts?_fields=id,title', 200 ),
			'an unknown route'    => array( '/wp-json/lab/v1/nothing', 404 ),
			'the index, in short' => array( '/wp-json/?_fields=name,url,site_icon_url', 200 ),
			'somebody unknown'    => array( self::ME, 401 ),
		);
	}

	public function test_r14_a_key_costs_one_query_a_token_one_more_and_other_routes_cost_none(): void {
		$this->must_use( 'queries', 'add_filter( "rest_pre_serve_request", function ( $served ) { header( "X-Queries: " . $GLOBALS["wpdb"]->num_queries ); return $served; } );' );
		$token    = $this->token( Site::account() );
		$queries  = function ( string $path, string $method = 'GET', array $headers = array() ): int {
			$this->send( $path, $method, $headers ); // The first use of a key and of a session is noted.
			return (int) $this->send( $path, $method, $headers )->header( 'X-Queries' );
		};
		$open     = '/wp-json/wp/v2/types?_fields=post';
		$baseline = $queries( $open );
		self::assertSame( $baseline + 2, $queries( self::STATUS ), 'the key, and whether attempts can be counted' );
		self::assertSame( $baseline + 4, $queries( self::VALIDATE, 'POST', array( 'Authorization' => "Bearer $token" ) ), 'the key, the session, and the two that WordPress needs for a user' );
		$active = Site::php( '$active = get_option( "active_plugins" ); update_option( "active_plugins", array_diff( $active, array( "authgate/authgate.php" ) ) ); return $active;' );
		try {
			self::assertSame( $baseline, $queries( $open ), 'without AuthGate' );
		} finally {
			Site::php( 'update_option( "active_plugins", $in );', $active );
		}
	}

	public function test_p18_the_block_editor_works_with_its_cookie_and_nonce_and_without_a_key(): void {
		$admin = Admin::login();
		preg_match( '/createNonceMiddleware\( "([0-9a-f]+)" \)/', $admin->page( '/wp-admin/post-new.php' )->body, $nonce );
		self::assertNotEmpty( $nonce, 'the editor did not load' );
		$headers = array(
			'X-API-KEY'    => null,
			'Cookie'       => $admin->cookies(),
			'X-WP-Nonce'   => $nonce[1],
			'Content-Type' => 'application/json',
		);
		$answer  = $this->send( '/wp-json/wp/v2/posts', 'POST', $headers, '{"title":"From the editor","status":"draft"}' );
		self::assertSame( 201, $answer->status, (string) $answer );
		$answer = $this->send( '/wp-json/wp/v2/posts/' . $answer->json()['id'] . '?context=edit', 'POST', $headers + array( 'X-HTTP-Method-Override' => 'PUT' ), '{"title":"Again"}' );
		self::assertSame( 200, $answer->status, (string) $answer );
	}

	public function test_p18_a_bearer_of_ours_needs_a_key_on_every_route_and_page(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		self::assert_refused( $this->me( $token, array( 'X-API-KEY' => null ) ), 'users/me', 'authgate_api_key_invalid', 401 );
		self::assert_refused( $this->me( $token, array( 'X-API-KEY' => 'wrong' ) ), 'users/me', 'authgate_api_key_invalid', 401 );
		self::assert_refused( $this->validate( $token, array( 'X-API-KEY' => null ) ), 'validate', 'authgate_api_key_invalid', 401 );
		foreach ( array( '/', '/?author=1', '/wp-admin/admin-ajax.php?action=heartbeat', '/wp-admin/', '/wp-login.php', '/xmlrpc.php' ) as $page ) {
			$answer = $this->send( $page, 'GET', array( 'X-API-KEY' => null, 'Authorization' => "Bearer $token" ) );
			self::assertStringNotContainsString( "front page of user $account[id]", $answer->body, $page );
			self::assertStringNotContainsString( $account['email'], $answer->body, $page );
			self::assertLessThan( 500, $answer->status, $page );
		}
	}

	/**
	 * What is left of an answer to compare.
	 *
	 * @param Answer $answer The answer.
	 */
	private static function without_authgate( Answer $answer ): array {
		$headers = $answer->headers;
		unset( $headers['date'], $headers['vary'] );
		ksort( $headers );
		return array( $answer->status, $headers, $answer->body );
	}
}
