<?php
/**
 * P19–P26: what a token must be.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Every token here but the wrong ones is signed with the site's own key: the signature alone is never enough.
 */
final class TokenTest extends Gate_Test_Case {

	/** @var string One that holds, for the forged ones to start from. */
	private static $token = '';

	protected function setUp(): void {
		parent::setUp();
		if ( '' === self::$token ) {
			self::$token = $this->token( Site::account() );
		}
	}

	public function test_the_forge_itself_makes_tokens_that_hold(): void {
		$this->assert_token_holds( self::$token, 'as issued' );
		$this->assert_token_holds( Forge::change( self::$token, array() ), 'signed again' );
	}

	/**
	 * @dataProvider headers
	 */
	public function test_p19_only_hs256_is_believed_and_nothing_in_the_header_names_a_key( array $header ): void {
		$this->assert_token_refused( Forge::change( self::$token, array(), $header ), json_encode( $header ) );
	}

	public static function headers(): array {
		$cases = array();
		foreach ( array( 'none', 'None', 'nOnE', '', 'HS384', 'HS512', 'RS256', 'ES256', 'hs256', 'HS256 ', null, true, 256, array( 'HS256' ), array( 'a' => 'HS256' ), '(none)' ) as $alg ) {
			$cases[ 'alg ' . json_encode( $alg ) ] = array( array( 'alg' => $alg ) );
		}
		return $cases;
	}

	public function test_p19_a_token_without_a_signature_is_refused(): void {
		list( , $claims ) = explode( '.', self::$token );
		foreach ( array( 'none', 'None', 'HS256' ) as $alg ) {
			$head = Forge::encode( json_encode( array( 'typ' => 'JWT', 'alg' => $alg ) ) );
			$this->assert_token_refused( "$head.$claims.", "$alg, empty signature" );
			$this->assert_token_refused( "$head.$claims", "$alg, no signature" );
		}
	}

	/**
	 * @dataProvider key_headers
	 */
	public function test_p19_a_key_that_the_token_brings_along_is_not_used( array $header ): void {
		$token = Forge::sign( $header + Forge::part( self::$token, 0 ), Forge::part( self::$token, 1 ), 'the key that an attacker knows, 32+' );
		$this->assert_token_refused( $token, json_encode( $header ) );
	}

	public static function key_headers(): array {
		$key = Forge::encode( 'the key that an attacker knows, 32+' );
		return array(
			'kid'  => array( array( 'kid' => '/dev/null' ) ),
			'jku'  => array( array( 'jku' => 'http://127.0.0.1:1/keys' ) ),
			'jwk'  => array( array( 'jwk' => array( 'kty' => 'oct', 'k' => $key ) ) ),
			'x5u'  => array( array( 'x5u' => 'http://127.0.0.1:1/cert' ) ),
			'crit' => array( array( 'crit' => array( 'exp' ) ) ),
			'zip'  => array( array( 'zip' => 'DEF' ) ),
		);
	}

	/**
	 * @dataProvider critical_headers
	 */
	public function test_p19_a_header_that_demands_what_we_do_not_do_is_refused_even_with_the_right_key( array $header ): void {
		if ( 'own' !== Site::issuer() ) {
			self::assertLessThan( 500, $this->validate( Forge::change( self::$token, array(), $header ) )->status );
			return;
		}
		$this->assert_token_refused( Forge::change( self::$token, array(), $header ), json_encode( $header ) );
	}

	public static function critical_headers(): array {
		return array(
			'crit' => array( array( 'crit' => array( 'exp' ) ) ),
			'zip'  => array( array( 'zip' => 'DEF' ) ),
		);
	}

	/**
	 * @dataProvider expiries
	 */
	public function test_p20_a_token_must_end_and_have_a_number_for_it( $exp ): void {
		$this->assert_token_refused( Forge::change( self::$token, array( 'exp' => $exp ) ), 'exp ' . json_encode( $exp ) );
	}

	public static function expiries(): array {
		return array(
			'missing'        => array( '(none)' ),
			'null'           => array( null ),
			'an array'       => array( array( 1 ) ),
			'an object'      => array( array( 'a' => 1 ) ),
			'a string'       => array( '9999999999' ),
			'a word'         => array( 'never' ),
			'true'           => array( true ),
			'overflow'       => array( 1.0e40 ),
			'zero'           => array( 0 ),
			'negative'       => array( -1 ),
			'two minutes ago' => array( time() - 120 ),
			'ten years'      => array( time() + 315360000 ),
		);
	}

	public function test_p20_a_fraction_does_not_break_anything(): void {
		self::assertContains( $this->validate( Forge::change( self::$token, array( 'exp' => time() + 600.5 ) ) )->status, array( 200, 401, 403 ) );
	}

	/**
	 * @dataProvider futures
	 */
	public function test_p21_a_token_from_the_future_is_refused( array $claims ): void {
		$this->assert_token_refused( Forge::change( self::$token, $claims ), json_encode( $claims ) );
	}

	public static function futures(): array {
		return array(
			'nbf in 10 minutes' => array( array( 'nbf' => time() + 900 ) ),
			'iat in 10 minutes' => array( array( 'iat' => time() + 900 ) ),
			'nbf is a string'   => array( array( 'nbf' => 'tomorrow' ) ),
			'iat is an array'   => array( array( 'iat' => array() ) ),
		);
	}

	public function test_p21_a_fresh_token_also_holds_on_a_server_whose_clock_is_a_little_behind(): void {
		$claims = Forge::part( $this->token( Site::account() ), 1 );
		self::assertLessThanOrEqual( $claims['iat'] - 30, $claims['nbf'] );
		self::assertEqualsWithDelta( time(), $claims['iat'], 5 );
	}

	/**
	 * @dataProvider issuers
	 */
	public function test_p22_only_this_very_site_is_a_good_issuer( $iss ): void {
		if ( is_string( $iss ) ) {
			$iss = strtr( $iss, array( 'URL' => Site::url(), 'HTTPS' => str_replace( 'http:', 'https:', Site::url() ) ) );
		}
		$this->assert_token_refused( Forge::change( self::$token, array( 'iss' => $iss ) ), 'iss ' . json_encode( $iss ) );
	}

	public static function issuers(): array {
		return array(
			'missing'          => array( '(none)' ),
			'null'             => array( null ),
			'array'            => array( array( 'http://127.0.0.1' ) ),
			'empty'            => array( '' ),
			'other host'       => array( 'http://example.org' ),
			'other scheme'     => array( 'HTTPS' ),
			'slash at the end' => array( 'URL/' ),
			'more'             => array( 'URL.example.org' ),
		);
	}

	public function test_p22_a_site_that_has_moved_refuses_the_tokens_from_before(): void {
		$token = $this->token( Site::account() );
		$this->must_use( 'moved', 'foreach ( array( "home", "siteurl" ) as $name ) { add_filter( "option_$name", function () { return "http://moved.example.test"; } ); }' );
		$answer = $this->send( '/?rest_route=/jwt-auth/v1/token/validate', 'POST', array( 'Authorization' => "Bearer $token" ) );
		self::assert_refused( $answer );
	}

	/**
	 * @dataProvider marks
	 */
	public function test_p23_a_token_of_another_kind_is_refused( array $claims, array $header ): void {
		if ( 'own' !== Site::issuer() ) {
			self::assertArrayHasKey( 'jti', Forge::part( self::$token, 1 ), 'AuthGate adds it, or a token could not be revoked' );
			$claims = array( 'jti' => $claims['jti'] ?? '(none)' );
			$header = array();
		}
		$this->assert_token_refused( Forge::change( self::$token, $claims, $header ), json_encode( array( $claims, $header ) ) );
	}

	public static function marks(): array {
		return array(
			'no aud'       => array( array( 'aud' => '(none)' ), array() ),
			'other aud'    => array( array( 'aud' => 'https://example.org' ), array() ),
			'aud is array' => array( array( 'aud' => array( 'x' ) ), array() ),
			'no jti'       => array( array( 'jti' => '(none)' ), array() ),
			'other jti'    => array( array( 'jti' => str_repeat( 'a', 32 ) ), array() ),
			'jti is array' => array( array( 'jti' => array( 'x' ) ), array() ),
			'no typ'       => array( array(), array( 'typ' => '(none)' ) ),
			'typ JWT'      => array( array(), array( 'typ' => 'JWT' ) ),
		);
	}

	public function test_p23_the_secret_itself_does_not_sign_our_tokens(): void {
		$this->constants( array( 'JWT_AUTH_SECRET_KEY' => 'another secret of the lab with more than 32 bytes' ), 'own' === Site::issuer() ? array() : array( 'JWT_AUTH_SECRET_KEY' => 'only-the-lab-signs-with-this-0123456789' ) );
		$token = $this->token( Site::account() );
		$this->assert_token_holds( $token, 'as issued' );
		$forged = Forge::sign( Forge::part( $token, 0 ), Forge::part( $token, 1 ), 'another secret of the lab with more than 32 bytes' );
		if ( 'own' === Site::issuer() ) {
			$this->assert_token_refused( $forged, 'signed with the secret and not with the key derived from it' );
		} else {
			self::assertSame( $token, $forged, 'the plugin signs with the secret itself' );
		}
	}

	/**
	 * @dataProvider spoiled
	 */
	public function test_p24_a_token_with_anything_more_less_or_else_is_refused( string $pattern ): void {
		list( $head, $claims, $signature ) = explode( '.', self::$token );
		$last      = substr( $signature, -1 );
		$alphabet  = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		$canonical = strpos( $alphabet, $last );
		$this->assert_token_refused(
			strtr(
				$pattern,
				array(
					'HEAD'      => $head,
					'CLAIMS'    => $claims,
					'SIGNATURE' => $signature,
					'TWIN'      => substr( $signature, 0, -1 ) . $alphabet[ $canonical ^ 1 ],
					'PLUS'      => strtr( $signature, '-_', '+/' ) . '+',
				)
			),
			$pattern
		);
	}

	public static function spoiled(): array {
		return array(
			'a twin that decodes to the same bytes' => array( 'HEAD.CLAIMS.TWIN' ),
			'padding'                   => array( 'HEAD.CLAIMS.SIGNATURE=' ),
			'padded header'             => array( 'HEAD==.CLAIMS.SIGNATURE' ),
			'another alphabet'          => array( 'HEAD.CLAIMS.PLUS' ),
			'fourth segment'            => array( 'HEAD.CLAIMS.SIGNATURE.x' ),
			'empty fourth segment'      => array( 'HEAD.CLAIMS.SIGNATURE.' ),
			'two segments'              => array( 'HEAD.CLAIMS' ),
			'junk after a blank'        => array( 'HEAD.CLAIMS.SIGNATURE junk' ),
			'junk after a comma'        => array( 'HEAD.CLAIMS.SIGNATURE,' ),
			'a second token'            => array( 'HEAD.CLAIMS.SIGNATURE, Bearer HEAD.CLAIMS.SIGNATURE' ),
			'a blank within'            => array( 'HEAD. CLAIMS.SIGNATURE' ),
			'a dot before'              => array( '.HEAD.CLAIMS.SIGNATURE' ),
			'no header'                 => array( '.CLAIMS.SIGNATURE' ),
			'no claims'                 => array( 'HEAD..SIGNATURE' ),
			'only dots'                 => array( '..' ),
			'nothing'                   => array( '' ),
			'bytes'                     => array( "\x80\xff.\x80.\x80" ),
			'a tab'                     => array( "\tHEAD.CLAIMS.SIGNATURE\tx" ),
		);
	}

	/**
	 * @dataProvider schemes
	 */
	public function test_p24_only_a_bearer_is_a_bearer( string $header ): void {
		$answer = $this->send( self::VALIDATE, 'POST', array( 'Authorization' => str_replace( 'TOKEN', self::$token, $header ) ) );
		self::assert_refused( $answer );
	}

	public static function schemes(): array {
		return array(
			'none'        => array( '' ),
			'no scheme'   => array( 'TOKEN' ),
			'Basic'       => array( 'Basic TOKEN' ),
			'Token'       => array( 'Token TOKEN' ),
			'BearerX'     => array( 'BearerX TOKEN' ),
			'no blank'    => array( 'BearerTOKEN' ),
			'colon'       => array( 'Bearer: TOKEN' ),
			'nothing'     => array( 'Bearer' ),
		);
	}

	public function test_p24_two_authorization_headers_never_make_two_people_of_one(): void {
		$token  = $this->token( Site::account() );
		$answer = $this->send( self::ME, 'GET', array( 'Authorization' => array( 'Bearer ' . self::$token, "Bearer $token" ) ) );
		self::assert_refused( $answer );
	}

	/**
	 * @dataProvider weak_secrets
	 */
	public function test_p25_a_secret_that_is_none_neither_signs_nor_verifies( string $secret ): void {
		$account = Site::account();
		$after   = 'own' === Site::issuer() ? array() : array( 'JWT_AUTH_SECRET_KEY' => 'only-the-lab-signs-with-this-0123456789' );
		$this->constants( array( 'JWT_AUTH_SECRET_KEY' => $secret ), $after );
		$answer = $this->login( $account['name'], $account['password'] );
		self::assertFalse( $answer->has_a_token(), "$secret: $answer" );
		self::assertContains( $answer->status, array( 403, 500, 503 ), "$secret: $answer" );
		self::assertNotSame( '', $answer->code(), "$secret: $answer" );
		foreach ( array( '', $secret ) as $key ) {
			$answer = $this->validate( Forge::sign( Forge::part( self::$token, 0 ), Forge::part( self::$token, 1 ), $key ) );
			self::assertNotSame( 200, $answer->status, "$secret: $answer" );
			$answer = $this->me( Forge::sign( Forge::part( self::$token, 0 ), Forge::part( self::$token, 1 ), $key ) );
			self::assertNotSame( 200, $answer->status, "$secret: $answer" );
		}
	}

	public static function weak_secrets(): array {
		return array(
			'5 bytes'           => array( 'short' ),
			'31 bytes'          => array( 'abcdefghijklmnopqrstuvwxyz01234' ),
			'one letter'        => array( str_repeat( 'x', 64 ) ),
			'the sample phrase' => array( 'your-top-secret-key' ),
			'true'              => array( 'true' ),
			'a number'          => array( '123456789' ),
		);
	}

	/**
	 * @dataProvider payloads
	 */
	public function test_p26_a_payload_that_is_no_object_is_refused( string $payload ): void {
		$this->assert_token_refused( Forge::sign( Forge::part( self::$token, 0 ), $payload ), substr( $payload, 0, 40 ) );
		$this->assert_token_refused( Forge::sign( $payload, Forge::part( self::$token, 1 ) ), 'as header: ' . substr( $payload, 0, 40 ) );
	}

	public static function payloads(): array {
		return array(
			'empty'     => array( '' ),
			'null'      => array( 'null' ),
			'number'    => array( '1' ),
			'string'    => array( '"x"' ),
			'list'      => array( '[]' ),
			'list of 1' => array( '[1]' ),
			'object'    => array( '{}' ),
			'broken'    => array( '{"exp":' ),
			'no UTF-8'  => array( "{\"a\":\"\xff\"}" ),
			'deep'      => array( str_repeat( '[', 600 ) . str_repeat( ']', 600 ) ),
			'deep claims' => array( str_repeat( '{"a":', 600 ) . '1' . str_repeat( '}', 600 ) ),
			'NUL key'   => array( '{"\u0000a":1}' ),
		);
	}

	public function test_p26_a_huge_token_is_refused(): void {
		$answer = $this->validate( Forge::change( self::$token, array( 'filling' => str_repeat( 'x', 9000 ) ) ) );
		self::assertLessThan( 500, $answer->status, (string) $answer );
		self::assertNotSame( 200, $answer->status, (string) $answer );
	}

	/**
	 * @dataProvider user_ids
	 */
	public function test_p26_a_user_id_must_be_that_of_an_account( $id ): void {
		$this->assert_token_refused( Forge::change( self::$token, array( 'data' => array( 'user' => array( 'id' => $id ) ) ) ), 'id ' . json_encode( $id ) );
	}

	public static function user_ids(): array {
		$cases = array();
		foreach ( array( '1abc', array( 1 ), array( 'a' => 1 ), true, false, null, 0, '0', -1, '-1', 1.5, '1.5', '', ' 1', '1 ', '01', '1e0', 999999, '999999', '18446744073709551617', 'admin', array() ) as $id ) {
			$cases[ json_encode( $id ) ] = array( $id );
		}
		return $cases;
	}

	public function test_p26_the_number_of_the_account_has_one_spelling(): void {
		$id = Forge::part( self::$token, 1 )['data']['user']['id'];
		foreach ( array( "0$id", " $id", "$id ", "+$id", "{$id}abc", "$id.0", "{$id}e0", $id + 0.5, array( $id ), array( 'id' => $id ) ) as $spelling ) {
			$this->assert_token_refused( Forge::change( self::$token, array( 'data' => array( 'user' => array( 'id' => $spelling ) ) ) ), 'id ' . json_encode( $spelling ) );
		}
	}

	public function test_p26_a_token_cannot_be_turned_into_that_of_another_account(): void {
		$this->assert_token_refused( Forge::change( self::$token, array( 'data' => array( 'user' => array( 'id' => '1' ) ) ) ), 'admin' );
	}
}
