<?php
/**
 * P46–P53: what comes in and what goes out.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Every input gets an answer that is true, plain and without a secret.
 */
final class InputTest extends Gate_Test_Case {

	private const JSON = array( 'Content-Type' => 'application/json' );
	private const FORM = array( 'Content-Type' => 'application/x-www-form-urlencoded' );

	/**
	 * @dataProvider values_that_are_no_text
	 */
	public function test_p46_a_name_or_password_that_is_no_text_is_a_bad_request( $value ): void {
		$this->count_passwords();
		foreach ( array( array( 'username' => $value, 'password' => 'x' ), array( 'username' => 'sam', 'password' => $value ), array( 'username' => $value, 'password' => $value ) ) as $body ) {
			self::assert_refused( $this->send( self::TOKEN, 'POST', self::JSON, json_encode( $body ) ), json_encode( $body ), 'authgate_bad_request', 400 );
		}
		self::assertSame( 0, self::passwords_looked_at() );
	}

	public static function values_that_are_no_text(): array {
		return array(
			'list'    => array( array( 'sam' ) ),
			'empty list' => array( array() ),
			'object'  => array( array( 'a' => 'sam' ) ),
			'null'    => array( null ),
			'true'    => array( true ),
			'false'   => array( false ),
			'number'  => array( 1 ),
			'float'   => array( 1.5 ),
			'4097 characters' => array( str_repeat( 'x', 4097 ) ),
		);
	}

	/**
	 * @dataProvider form_bodies
	 */
	public function test_p46_the_same_in_a_form( string $body ): void {
		self::assert_refused( $this->send( self::TOKEN, 'POST', self::FORM, $body ), $body, 'authgate_bad_request', 400 );
	}

	public static function form_bodies(): array {
		return array(
			'nothing'             => array( '' ),
			'no password'         => array( 'username=sam' ),
			'no name'             => array( 'password=sam-pass-1' ),
			'empty name'          => array( 'username=&password=x' ),
			'empty password'      => array( 'username=sam&password=' ),
			'name as an array'    => array( 'username[]=sam&password=sam-pass-1' ),
			'password as an array' => array( 'username=sam&password[a]=sam-pass-1' ),
			'other names'         => array( 'log=sam&pwd=sam-pass-1' ),
		);
	}

	/**
	 * @dataProvider broken_bodies
	 */
	public function test_p47_a_body_that_is_broken_is_refused_as_json( array $headers, string $body ): void {
		$answer = $this->send( self::TOKEN, 'POST', $headers, $body );
		self::assert_refused( $answer );
		self::assertContains( $answer->status, array( 400, 415 ), (string) $answer );
		self::assertStringStartsWith( 'application/json', $answer->header( 'Content-Type' ) );
	}

	public static function broken_bodies(): array {
		$credentials = '{"username":"sam","password":"sam-pass-1"';
		return array(
			'broken JSON'         => array( self::JSON, $credentials ),
			'JSON and more'       => array( self::JSON, $credentials . '} x' ),
			'list'                => array( self::JSON, '[]' ),
			'list of pairs'       => array( self::JSON, '["sam","sam-pass-1"]' ),
			'string'              => array( self::JSON, '"sam"' ),
			'number'              => array( self::JSON, '1' ),
			'null'                => array( self::JSON, 'null' ),
			'600 deep'            => array( self::JSON, str_repeat( '[', 600 ) . str_repeat( ']', 600 ) ),
			'Latin-1'             => array( self::JSON, "{\"username\":\"sam\",\"password\":\"\xe4\"}" ),
			'Latin-1 in a form'   => array( self::FORM, "username=sam&password=\xff" ),
			'a form called JSON'  => array( self::JSON, 'username=sam&password=sam-pass-1' ),
			'JSON called a form'  => array( self::FORM, $credentials . '}' ),
			'plain text'          => array( array( 'Content-Type' => 'text/plain' ), 'username=sam&password=sam-pass-1' ),
			'XML'                 => array( array( 'Content-Type' => 'text/xml' ), '<username>sam</username>' ),
			'broken multipart'    => array( array( 'Content-Type' => 'multipart/form-data; boundary=x' ), "--x\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nsam\r\n" ),
			'no boundary'         => array( array( 'Content-Type' => 'multipart/form-data' ), 'x' ),
		);
	}

	public function test_p47_form_json_and_multipart_all_log_in(): void {
		$account   = Site::account();
		$fields    = array( 'username' => $account['name'], 'password' => $account['password'] );
		$multipart = '';
		foreach ( $fields as $name => $value ) {
			$multipart .= "--x\r\nContent-Disposition: form-data; name=\"$name\"\r\n\r\n$value\r\n";
		}
		$bodies = array(
			array( self::FORM, http_build_query( $fields ) ),
			array( self::JSON, json_encode( $fields ) ),
			array( array( 'Content-Type' => 'application/json; charset=utf-8' ), json_encode( $fields ) ),
			array( array( 'Content-Type' => 'multipart/form-data; boundary=x' ), "$multipart--x--\r\n" ),
		);
		foreach ( $bodies as list( $headers, $body ) ) {
			$answer = $this->send( self::TOKEN, 'POST', $headers, $body );
			self::assertNotSame( '', $answer->token(), $headers['Content-Type'] . ": $answer" );
		}
	}

	/**
	 * @dataProvider passwords
	 */
	public function test_p48_a_password_that_works_at_wp_login_works_here( string $password ): void {
		$account = Site::account();
		// As wp-admin stores it: with the backslashes that WordPress adds to every form.
		Site::php( 'wp_set_password( trim( wp_slash( $in["password"] ) ), $in["id"] );', array( 'password' => $password ) + $account );
		Admin::login( $account['name'], $password );
		$answer = $this->login( $account['name'], $password );
		self::assertNotSame( '', $answer->token(), "set in wp-admin: $answer" );
		$this->assert_token_holds( $answer->token(), 'set in wp-admin' );
		self::assertSame( 401, $this->login( $account['name'], "$password?" )->status, 'and only this one' );
	}

	/**
	 * @dataProvider passwords
	 */
	public function test_p48_a_password_that_was_set_by_a_program_works_here( string $password ): void {
		$account = Site::account();
		Site::php( 'wp_set_password( trim( $in["password"] ), $in["id"] );', array( 'password' => $password ) + $account );
		$answer = $this->login( $account['name'], $password );
		self::assertNotSame( '', $answer->token(), "set raw: $answer" );
	}

	/**
	 * WordPress 6.8 and later; here in a version that does not do it by itself.
	 *
	 * @dataProvider passwords
	 */
	public function test_p48_a_login_here_leaves_the_password_working_at_wp_login_where_wordpress_renews_its_hash( string $password ): void {
		$account = Site::account();
		Site::php( 'wp_set_password( trim( wp_slash( $in["password"] ) ), $in["id"] );', array( 'password' => $password ) + $account );
		$this->must_use(
			'rehash',
			'add_filter( "authenticate", function ( $user, $name, $password ) {
				if ( $user instanceof WP_User && apply_filters( "password_needs_rehash", true, $user->user_pass, $user->ID ) ) {
					wp_set_password( $password, $user->ID );
				}
				return $user;
			}, 21, 3 );'
		);
		$this->assert_token_holds( $this->login( $account['name'], $password )->token(), 'the first login' );
		Admin::login( $account['name'], $password );
		self::assertNotSame( '', $this->login( $account['name'], $password )->token(), 'after wp-login.php has renewed it' );
	}

	public static function passwords(): array {
		return array(
			'apostrophe'     => array( "it's mine" ),
			'quotes'         => array( '"quoted" pass' ),
			'backslash'      => array( 'back\\slash' ),
			'all of them'    => array( "p\"a\\ss 'w+örd%€&=#" ),
			'blanks around'  => array( '  blanks around  ' ),
			'100 characters' => array( str_repeat( 'long pass ', 9 ) . 'long passX' ),
			'Unicode'        => array( "пароль密码🔑\u{e9}" ),
			'HTML'           => array( '<b>bold</b>&amp;' ),
			'percent'        => array( '100%25%00' ),
		);
	}

	public function test_p48_each_attempt_counts_once_also_where_two_forms_of_the_password_are_tried(): void {
		$account = Site::account();
		$this->must_use( 'count-failures', 'add_action( "wp_login_failed", function () { file_put_contents( getenv( "AUTHGATE_LAB" ) . "/failures", ".", FILE_APPEND ); } );' );
		@unlink( Site::dir() . '/failures' );
		for ( $guess = 1; $guess <= 5; $guess++ ) {
			self::assertSame( 401, $this->login( $account['name'], "it's wrong $guess" )->status );
		}
		self::assertSame( 429, $this->login( $account['name'], "it's wrong" )->status );
		self::assertSame( 5, filesize( Site::dir() . '/failures' ), 'wp_login_failed' );
	}

	/**
	 * @dataProvider junk
	 */
	public function test_p49_a_filter_that_returns_junk_lets_nobody_in( string $callback ): void {
		$account = Site::account();
		$this->must_use( 'junk', 'add_filter( "authenticate", function ( $user ) { ' . $callback . ' }, 200 );' );
		foreach ( array( $account['password'], 'wrong' ) as $password ) {
			$answer = $this->login( $account['name'], $password );
			self::assertFalse( $answer->has_a_token(), (string) $answer );
			self::assertContains( $answer->status, array( 401, 403, 503 ), (string) $answer ); // And not WordPress's own 500.
			self::assertNotSame( '', $answer->code(), (string) $answer );
		}
	}

	public static function junk(): array {
		return array(
			'null'         => array( 'return null;' ),
			'true'         => array( 'return true;' ),
			'1'            => array( 'return 1;' ),
			'a string'     => array( 'return "admin";' ),
			'an array'     => array( 'return array( "ID" => 1 );' ),
			'an object'    => array( 'return (object) array( "ID" => 1, "data" => (object) array( "ID" => 1 ) );' ),
			'nobody'       => array( 'return new WP_User( 0 );' ),
			'an exception' => array( 'throw new RuntimeException( "Thrown by the lab" );' ),
			'an error'     => array( 'throw new TypeError( "Thrown by the lab" );' ),
		);
	}

	public function test_p50_no_answer_may_be_kept_by_a_cache_or_guessed_at_by_a_browser(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		$answers = array(
			'login'           => $this->login( $account['name'], $account['password'] ),
			'wrong password'  => $this->login( $account['name'], 'wrong' ),
			'no key'          => $this->login( $account['name'], 'wrong', array( 'X-API-KEY' => null ) ),
			'bad request'     => $this->send( self::TOKEN, 'POST', self::JSON, '{' ),
			'validate'        => $this->validate( $token ),
			'validate, bad'   => $this->validate( 'a.b.c' ),
			'status'          => $this->send( self::STATUS ),
			'logout'          => $this->send( self::LOGOUT, 'POST', array( 'Authorization' => "Bearer $token" ) ),
			'users/me, ended' => $this->me( $token ),
		);
		foreach ( $answers as $what => $answer ) {
			self::assertStringContainsString( 'no-store', $answer->header( 'Cache-Control' ), "$what: $answer" );
			self::assertSame( 'no-cache', $answer->header( 'Pragma' ), "$what: $answer" );
			self::assertSame( 'nosniff', $answer->header( 'X-Content-Type-Options' ), "$what: $answer" );
			self::assertStringContainsStringIgnoringCase( 'Origin', $answer->header( 'Vary' ), "$what: $answer" );
		}
	}

	/**
	 * @dataProvider origins
	 */
	public function test_p51_no_web_page_may_call_the_routes_unless_it_is_listed( string $origin ): void {
		$account = Site::account();
		$token   = $this->token( $account );
		$answers = array(
			'login'    => $this->login( $account['name'], $account['password'], array( 'Origin' => $origin ) ),
			'refusal'  => $this->login( $account['name'], 'wrong', array( 'Origin' => $origin ) ),
			'no key'   => $this->login( $account['name'], 'wrong', array( 'Origin' => $origin, 'X-API-KEY' => null ) ),
			'validate' => $this->validate( $token, array( 'Origin' => $origin ) ),
			'before'   => $this->send( self::TOKEN, 'OPTIONS', array( 'Origin' => $origin, 'X-API-KEY' => null, 'Access-Control-Request-Method' => 'POST', 'Access-Control-Request-Headers' => 'x-api-key' ) ),
		);
		foreach ( $answers as $what => $answer ) {
			self::assertSame( '', $answer->header( 'Access-Control-Allow-Origin' ), "$what: $answer" );
			self::assertSame( '', $answer->header( 'Access-Control-Allow-Credentials' ), "$what: $answer" );
		}
	}

	public static function origins(): array {
		return array(
			'another site' => array( 'https://evil.example.org' ),
			'null'         => array( 'null' ),
			'a file'       => array( 'file://' ),
			'similar'      => array( 'https://app.example.org.evil.example' ),
		);
	}

	public function test_p51_a_listed_page_may_call_them_and_only_that_page(): void {
		$account = Site::account();
		$this->settings( array( 'allowed_origins' => array( 'https://app.example.org' ) ) );
		$answer = $this->login( $account['name'], $account['password'], array( 'Origin' => 'https://app.example.org' ) );
		self::assertSame( 'https://app.example.org', $answer->header( 'Access-Control-Allow-Origin' ) );
		$answer = $this->login( $account['name'], $account['password'], array( 'Origin' => 'https://app.example.org.evil.example' ) );
		self::assertSame( '', $answer->header( 'Access-Control-Allow-Origin' ) );
	}

	public function test_p52_with_errors_displayed_the_answers_are_clean_json(): void {
		$account = Site::account();
		$this->constants( array( 'WP_DEBUG_DISPLAY' => true ) );
		$answers = array(
			$this->login( $account['name'], $account['password'] ),
			$this->login( $account['name'], 'wrong' ),
			$this->send( self::TOKEN, 'POST', self::FORM, '' ),
			$this->validate( 'a.b.c' ),
			$this->send( self::STATUS ),
		);
		foreach ( $answers as $answer ) {
			self::assertIsArray( $answer->json(), (string) $answer );
		}
	}

	public function test_p53_no_text_has_markup_the_name_or_a_path(): void {
		$account = Site::account();
		$answers = array(
			$this->login( $account['name'], 'wrong' ),
			$this->login( '<script>alert(1)</script>', 'wrong' ),
			$this->login( $account['name'], $account['password'], array( 'X-API-KEY' => null ) ),
			$this->send( self::TOKEN, 'POST', self::FORM, 'username=' . $account['name'] ),
			$this->validate( 'a.b.c' ),
			$this->send( self::VALIDATE, 'POST' ),
			$this->send( self::LOGOUT, 'POST' ),
		);
		for ( $guess = 0; $guess < 6; $guess++ ) {
			$answers[] = $this->login( $account['name'], 'wrong' );
		}
		foreach ( $answers as $answer ) {
			$json = $answer->json();
			self::assertIsString( $json['message'] ?? null, (string) $answer );
			self::assertDoesNotMatchRegularExpression( '/[<>]|&\w+;/', $json['message'] );
			self::assertStringNotContainsString( $account['name'], $answer->body );
			self::assertStringNotContainsString( Site::root(), $answer->body );
			self::assertStringNotContainsString( '.php', $answer->body );
			self::assertMatchesRegularExpression( '/^(authgate|jwt_auth|rest)_[a-z_]+$/', $answer->code(), (string) $answer );
			self::assertSame( $answer->status, $json['data']['status'] ?? null, (string) $answer );
		}
	}

	public function test_p53_on_a_german_site_the_texts_are_german_and_the_codes_the_same(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		$this->must_use( 'german', 'add_filter( "locale", function () { return "de_DE"; } );' );
		$answers = array(
			'Der Benutzername oder das Passwort ist falsch.' => $this->login( $account['name'], 'wrong' ),
			'Ein gültiger API-Schlüssel ist nötig.'          => $this->login( $account['name'], 'wrong', array( 'X-API-KEY' => null ) ),
			'Das Token ist abgelaufen.'                      => $this->me( Forge::change( $token, array( 'exp' => 1 ) ) ),
			'Diese Sitzung wurde beendet.'                   => $this->send( '/', 'GET', array( 'Authorization' => 'Bearer ' . Forge::change( $token, array( 'jti' => 'none' ) ) ) ),
		);
		$codes   = array( 'authgate_invalid_credentials', 'authgate_api_key_invalid', 'authgate_token_expired', 'authgate_session_revoked' );
		foreach ( $answers as $text => $answer ) {
			self::assert_refused( $answer, $text, array_shift( $codes ), 401 );
			self::assertSame( $text, $answer->json()['message'] );
		}
	}

	public function test_p53_a_failed_login_fires_wp_login_failed_once_and_a_login_the_own_hook_once(): void {
		$account = Site::account();
		@unlink( Site::dir() . '/hooks' );
		$this->must_use(
			'hooks',
			'foreach ( array( "wp_login_failed", "wp_login", "authgate_login" ) as $hook ) {
				add_action( $hook, function () use ( $hook ) { file_put_contents( getenv( "AUTHGATE_LAB" ) . "/hooks", "$hook\n", FILE_APPEND ); } );
			}'
		);
		$this->login( $account['name'], 'wrong' );
		$this->login( 'nobody-of-that-name', 'wrong' );
		self::assertSame( "wp_login_failed\nwp_login_failed\n", file_get_contents( Site::dir() . '/hooks' ) );
		$this->token( $account );
		self::assertStringContainsString( 'authgate_', substr( file_get_contents( Site::dir() . '/hooks' ), 32 ), 'the success hook' );
		self::assertStringNotContainsString( 'wp_login_failed', substr( file_get_contents( Site::dir() . '/hooks' ), 32 ) );
	}

	public function test_status_tells_a_doctor_what_it_needs_and_only_with_a_key(): void {
		self::assert_refused( $this->send( self::STATUS, 'GET', array( 'X-API-KEY' => null ) ), 'no key', 'authgate_api_key_invalid', 401 );
		$answer = $this->send( self::STATUS );
		self::assertSame( 200, $answer->status, (string) $answer );
		$text = $answer->body;
		self::assertStringContainsString( '1.0.0', $text, 'its version' );
		self::assertStringContainsString( Site::php( 'return get_bloginfo( "version" );' ), $text, 'WordPress\'s version' );
		self::assertStringNotContainsString( Site::root(), $text );
		foreach ( array( Site::key(), 'only-the-lab-signs', 'not a secret' ) as $secret ) {
			self::assertStringNotContainsString( $secret, $text );
		}
		$with    = $this->send( self::STATUS, 'GET', array( 'Authorization' => 'Bearer a.b.c' ) );
		self::assertLessThan( 500, $with->status, (string) $with );
	}
}
