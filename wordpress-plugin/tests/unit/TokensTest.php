<?php
/**
 * P19–P26: tokens, as far as they need no site.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use AuthGate\Secret;
use AuthGate\Tokens;

/**
 * Signing and reading.
 */
final class TokensTest extends UnitTestCase {

	/** @var Tokens */
	private $tokens;

	/** @var Secret */
	private $secret;

	protected function setUp(): void {
		parent::setUp();
		$this->secret = new Secret();
		$this->tokens = new Tokens( $this->secret );
	}

	public function test_a_token_is_read_back(): void {
		$read = $this->tokens->read( $this->tokens->sign( self::claims() ) );
		self::assertIsArray( $read );
		self::assertSame( array( 5, 'id of the session' ), array( $read['user_id'], $read['jti'] ) );
	}

	/**
	 * @dataProvider bad_claims
	 */
	public function test_p20_p26_a_token_with_such_claims_is_refused( array $changes ): void {
		$claims = array_filter(
			array_merge( self::claims(), $changes ),
			static function ( $value ): bool {
				return 'none' !== $value;
			}
		);
		self::assertInstanceOf( \WP_Error::class, $this->tokens->read( $this->tokens->sign( $claims ) ) );
	}

	public static function bad_claims(): array {
		$cases = array();
		$now   = time();
		foreach ( array(
			'exp' => array( 'none', null, '', array(), array( 1 ), true, (string) ( $now + 60 ), $now + 60.5, 1.0e40, $now - 120, $now, 0, -1 ),
			'iat' => array( 'none', null, 'x', array(), $now + 3600 ),
			'nbf' => array( 'none', null, 'x', array(), $now + 3600 ),
			'iss' => array( 'none', null, array(), '', 'https://example.org/', 'http://example.org', 'https://example.com' ),
			'aud' => array( 'none', null, array( 'https://example.org' ), 'https://example.com' ),
			'typ' => array( 'none', 'access', 'JWT', null ),
			'jti' => array( 'none', null, array(), 5 ),
			'fpr' => array( 'none', null, array(), 5 ),
		) as $claim => $values ) {
			foreach ( $values as $value ) {
				$cases[ "$claim " . json_encode( $value ) ] = array( array( $claim => $value ) );
			}
		}
		foreach ( array( null, 0, -1, '0', '-1', '01', '1abc', ' 1', "1\n", '1.5', 1.5, true, array(), array( 1 ), '', '9999999999999999999999', '1e3' ) as $id ) {
			$cases[ 'user ' . json_encode( $id ) ] = array( array( 'data' => array( 'user' => array( 'id' => $id ) ) ) );
		}
		$cases['no data'] = array( array( 'data' => 'none' ) );
		$cases['data is text'] = array( array( 'data' => 'x' ) );
		return $cases;
	}

	/**
	 * @dataProvider bad_headers
	 */
	public function test_p19_a_token_with_such_a_header_is_refused( $header ): void {
		self::assertInstanceOf( \WP_Error::class, $this->tokens->read( $this->forge( is_string( $header ) ? $header : json_encode( $header ) ) ) );
	}

	public static function bad_headers(): array {
		$cases = array();
		foreach ( array( 'none', 'None', 'HS384', 'HS512', 'RS256', 'hs256', '', null, array( 'HS256' ), 256 ) as $alg ) {
			$cases[ 'alg ' . json_encode( $alg ) ] = array( array( 'typ' => 'at+jwt', 'alg' => $alg ) );
		}
		foreach ( array( 'kid', 'jku', 'jwk', 'x5u', 'crit', 'zip' ) as $name ) {
			$cases[ $name ] = array( array( 'typ' => 'at+jwt', 'alg' => 'HS256', $name => 'x' ) );
		}
		return $cases + array(
			'no alg'   => array( array( 'typ' => 'at+jwt' ) ),
			'no typ'   => array( array( 'alg' => 'HS256' ) ),
			'typ JWT'  => array( array( 'typ' => 'JWT', 'alg' => 'HS256' ) ),
			'list'     => array( '["HS256"]' ),
			'null'     => array( 'null' ),
			'text'     => array( '"HS256"' ),
			'broken'   => array( '{"alg":' ),
			'deep'     => array( str_repeat( '[', 600 ) . str_repeat( ']', 600 ) ),
			'empty'    => array( '' ),
		);
	}

	/**
	 * @dataProvider spellings
	 */
	public function test_p24_there_is_one_spelling_of_a_token( string $pattern ): void {
		list( $head, $claims, $signature ) = explode( '.', $this->tokens->sign( self::claims() ) );
		$alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		$twin     = substr( $signature, 0, -1 ) . $alphabet[ strpos( $alphabet, substr( $signature, -1 ) ) ^ 1 ];
		self::assertSame( base64_decode( strtr( $signature, '-_', '+/' ) ), base64_decode( strtr( $twin, '-_', '+/' ) ), 'the twin is one' );
		$token = strtr( $pattern, array( 'HEAD' => $head, 'CLAIMS' => $claims, 'SIGNATURE' => $signature, 'TWIN' => $twin ) );
		self::assertInstanceOf( \WP_Error::class, $this->tokens->read( $token ) );
	}

	public static function spellings(): array {
		$cases = array();
		foreach ( array( '', '.', '..', '...', 'HEAD', 'HEAD.CLAIMS', 'HEAD.CLAIMS.', 'HEAD..SIGNATURE', '.CLAIMS.SIGNATURE', 'HEAD.CLAIMS.TWIN', 'HEAD.CLAIMS.SIGNATURE=', 'HEAD.CLAIMS.SIGNATURE.', 'HEAD.CLAIMS.SIGNATURE.x', ' HEAD.CLAIMS.SIGNATURE', "HEAD.CLAIMS.SIGNATURE\n", 'HEAD=.CLAIMS.SIGNATURE', 'CLAIMS.HEAD.SIGNATURE', 'HEAD.CLAIMS.HEAD', "\xff.\xff.\xff" ) as $pattern ) {
			$cases[ json_encode( $pattern, JSON_INVALID_UTF8_SUBSTITUTE ) ] = array( $pattern );
		}
		return $cases;
	}

	public function test_p24_a_token_of_ours_is_found_whatever_stands_around_it(): void {
		$token = $this->tokens->sign( self::claims() );
		foreach ( array( 'TOKEN', 'Bearer TOKEN', 'bearer  TOKEN junk', '"TOKEN"', '\\"TOKEN', '.TOKEN', '..TOKEN.x', 'a, Bearer TOKEN', 'Basic TOKEN', "\xffTOKEN\0" ) as $pattern ) {
			self::assertTrue( Tokens::occur_in( str_replace( 'TOKEN', $token, $pattern ) ), $pattern );
		}
		self::assertTrue( Tokens::occur_in( 'Bearer x.' . explode( '.', $token )[1] ), 'its claims alone' );
	}

	public function test_p16_what_does_not_say_that_it_is_ours_is_not_ours(): void {
		$foreign = array( '', 'Bearer', 'Bearer opaque', 'Bearer a.b.c', 'Basic ' . base64_encode( 'sam:authgate-access' ), str_repeat( '.', 8000 ), str_repeat( 'e', 8000 ) );
		foreach ( array( array( 'typ' => 'none' ), array( 'typ' => null ), array( 'typ' => array( Tokens::PURPOSE ) ) ) as $changes ) {
			$foreign[] = 'Bearer ' . $this->tokens->sign( array_merge( self::claims(), $changes ) );
		}
		foreach ( $foreign as $header ) {
			self::assertFalse( Tokens::occur_in( $header ), substr( $header, 0, 60 ) );
		}
	}

	public function test_p26_a_token_longer_than_a_header_may_be_is_refused(): void {
		self::assertInstanceOf( \WP_Error::class, $this->tokens->read( $this->tokens->sign( self::claims() + array( 'filling' => str_repeat( 'x', 8000 ) ) ) ) );
	}

	public function test_p23_the_key_is_derived_for_its_purpose(): void {
		self::assertSame( 32, strlen( $this->secret->signing_key() ) );
		self::assertNotSame( $this->secret->signing_key(), $this->secret->derive( 'another purpose' ) );
		self::assertStringNotContainsString( $this->secret->signing_key(), wp_salt( 'auth' ) . wp_salt( 'secure_auth' ) );
	}

	public function test_p23_a_token_that_is_signed_with_the_salts_themselves_is_refused(): void {
		foreach ( array( wp_salt( 'auth' ), wp_salt( 'auth' ) . wp_salt( 'secure_auth' ), '' ) as $key ) {
			self::assertInstanceOf( \WP_Error::class, $this->tokens->read( $this->forge( '{"typ":"at+jwt","alg":"HS256"}', $key ) ) );
		}
	}

	public function test_p22_a_site_with_another_address_refuses_the_token(): void {
		$token       = $this->tokens->sign( self::claims() );
		\Stub::$site = 'https://example.org/two';
		self::assertInstanceOf( \WP_Error::class, $this->tokens->read( $token ) );
	}

	public static function claims(): array {
		$now = time();
		return array(
			'iss'  => 'https://example.org',
			'aud'  => 'https://example.org',
			'iat'  => $now,
			'nbf'  => $now - 30,
			'exp'  => $now + 60,
			'jti'  => 'id of the session',
			'typ'  => Tokens::PURPOSE,
			'fpr'  => 'fingerprint',
			'data' => array( 'user' => array( 'id' => '5' ) ),
		);
	}

	private function forge( string $header, ?string $key = null ): string {
		$encode  = static function ( string $bytes ): string {
			return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
		};
		$content = $encode( $header ) . '.' . $encode( json_encode( self::claims() ) );
		return $content . '.' . $encode( hash_hmac( 'sha256', $content, $key ?? $this->secret->signing_key(), true ) );
	}
}
