<?php
/**
 * P1–P8: the API key.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Nothing of the guarded routes is served without a key, and the key is exactly one header.
 */
final class KeyTest extends Gate_Test_Case {

	public function test_p2_without_any_key_everything_is_shut(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		$rows    = $this->hide_keys();
		try {
			foreach ( array( Site::key(), '', ' ', '0', null ) as $key ) {
				$answer = $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $key ) );
				self::assert_refused( $answer, 'login', 'authgate_api_key_not_configured', 503 );
				$answer = $this->validate( $token, array( 'X-API-KEY' => $key ) );
				self::assert_refused( $answer, 'validate', 'authgate_api_key_not_configured', 503 );
			}
			self::assertSame( 200, $this->send( '/wp-json/?_fields=name', 'GET', array( 'X-API-KEY' => null ) )->status );
			self::assertStringContainsString( 'AuthGate', Admin::login()->page( '/wp-admin/index.php' )->body, 'no notice for the administrator' );
		} finally {
			$this->show_keys( $rows );
		}
	}

	/**
	 * @dataProvider absurd_constants
	 */
	public function test_p2_a_constant_that_is_no_key_shuts_everything( string $value ): void {
		$account = Site::account();
		$this->constants( array( 'AUTHGATE_API_KEY' => $value ) );
		foreach ( array( Site::key(), $value ) as $key ) {
			$answer = $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $key ) );
			self::assert_refused( $answer, var_export( $key, true ), 'authgate_api_key_not_configured', 503 );
		}
	}

	public static function absurd_constants(): array {
		return array(
			'empty'     => array( '' ),
			'blank'     => array( '  ' ),
			'zero'      => array( '0' ),
			'true'      => array( 'true' ),
			'too short' => array( 'short-key' ),
		);
	}

	/**
	 * @dataProvider wrong_places
	 */
	public function test_p3_a_key_anywhere_but_in_its_header_is_not_accepted( string $query, array $headers, array $fields ): void {
		$account = Site::account();
		$headers = array_map(
			static function ( $value ) {
				return null === $value ? null : str_replace( 'KEY', Site::key(), $value );
			},
			$headers + array( 'X-API-KEY' => null )
		);
		foreach ( $fields as $name => $value ) {
			$fields[ $name ] = str_replace( 'KEY', Site::key(), $value );
		}
		$fields += array(
			'username' => $account['name'],
			'password' => $account['password'],
		);
		$answer  = $this->send( self::TOKEN . str_replace( 'KEY', Site::key(), $query ), 'POST', $headers, http_build_query( $fields ) );
		self::assert_refused( $answer, 'form' );
		$answer = $this->send( self::TOKEN . str_replace( 'KEY', Site::key(), $query ), 'POST', array( 'Content-Type' => 'application/json' ) + $headers, json_encode( $fields ) );
		self::assert_refused( $answer, 'JSON' );
	}

	public static function wrong_places(): array {
		return array(
			'query X-API-KEY'           => array( '?X-API-KEY=KEY', array(), array() ),
			'query x_api_key'           => array( '?x_api_key=KEY', array(), array() ),
			'query _x_api_key'          => array( '?_x_api_key=KEY', array(), array() ),
			'query HTTP_X_API_KEY'      => array( '?HTTP_X_API_KEY=KEY', array(), array() ),
			'query api_key'             => array( '?api_key=KEY', array(), array() ),
			'body X-API-KEY'            => array( '', array(), array( 'X-API-KEY' => 'KEY' ) ),
			'body x_api_key'            => array( '', array(), array( 'x_api_key' => 'KEY' ) ),
			'body HTTP_X_API_KEY'       => array( '', array(), array( 'HTTP_X_API_KEY' => 'KEY' ) ),
			'cookie'                    => array( '', array( 'Cookie' => 'X-API-KEY=KEY; x_api_key=KEY' ), array() ),
			'Authorization Bearer'      => array( '', array( 'Authorization' => 'Bearer KEY' ), array() ),
			'Authorization as a scheme' => array( '', array( 'Authorization' => 'X-API-KEY KEY' ), array() ),
			'other header'              => array( '', array( 'X-API-TOKEN' => 'KEY' ), array() ),
			'Api-Key'                   => array( '', array( 'Api-Key' => 'KEY' ), array() ),
		);
	}

	/**
	 * @dataProvider wrong_keys
	 */
	public function test_p4_only_exactly_the_key_is_a_key( $value ): void {
		$account = Site::account();
		$values  = array_map(
			static function ( string $one ): string {
				return str_replace( array( 'KEY', 'LOWER', 'HASH' ), array( Site::key(), strtolower( Site::key() ), hash( 'sha256', Site::key() ) ), $one );
			},
			(array) $value
		);
		self::assert_refused( $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $values ) ), '', 'authgate_api_key_invalid', 401 );
	}

	public static function wrong_keys(): array {
		return array(
			'empty'                => array( '' ),
			'other case'           => array( 'LOWER' ),
			'prefix'               => array( 'ag_' ),
			'with something after' => array( 'KEYx' ),
			'with something before' => array( 'xKEY' ),
			'in quotes'            => array( '"KEY"' ),
			'a blank within'       => array( 'KEY KEY' ),
			'its hash'             => array( 'HASH' ),
			'twice in one header'  => array( 'KEY, KEY' ),
			'header twice'         => array( array( 'KEY', 'KEY' ) ),
			'wrong, then right'    => array( array( 'wrong', 'KEY' ) ),
			'right, then wrong'    => array( array( 'KEY', 'wrong' ) ),
			'UTF-8'                => array( "schlüssel\u{202e}KEY" ),
			'not UTF-8'            => array( "\xff\xfeKEY" ),
			'7 KiB'                => array( str_repeat( 'k', 7168 ) ),
			'an array in PHP'      => array( 'Array' ),
			'percent'              => array( '%' ),
			'LIKE'                 => array( 'ag_%' ),
			'SQL'                  => array( "' OR '1'='1" ),
		);
	}

	public function test_p4_the_header_name_is_case_insensitive_and_its_padding_does_not_count(): void {
		$account = Site::account();
		foreach ( array( 'x-api-key', 'X-Api-Key' ) as $name ) {
			$answer = $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => null, $name => '  ' . Site::key() . '  ' ) );
			self::assertNotSame( '', $answer->token(), (string) $answer );
		}
	}

	public function test_p5_two_keys_live_side_by_side_and_one_ends_alone(): void {
		$account = Site::account();
		$second  = Site::php( 'return ( new \AuthGate\Parts() )->api_keys->create( "the new version" );' );
		foreach ( array( Site::key(), $second['key'] ) as $key ) {
			self::assertSame( 200, $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $key ) )->status );
		}
		$rows = array_column( Site::php( 'return ( new \AuthGate\Parts() )->api_keys->all();' ), null, 'id' );
		self::assertSame( 'the new version', $rows[ $second['id'] ]['name'] );
		self::assertGreaterThan( time() - 60, $rows[ $second['id'] ]['last_used'], 'last used' );

		self::assertTrue( Site::php( 'return ( new \AuthGate\Parts() )->api_keys->revoke( $in );', $second['id'] ) );
		self::assert_refused( $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $second['key'] ) ), 'revoked', 'authgate_api_key_invalid', 401 );
		self::assertSame( 200, $this->login( $account['name'], $account['password'] )->status, 'the other key' );
	}

	public function test_p6_a_key_has_256_random_bits_and_only_its_hash_is_stored(): void {
		$key = Site::php( 'return ( new \AuthGate\Parts() )->api_keys->create( "stored" );' );
		self::assertGreaterThanOrEqual( 43, strlen( preg_replace( '/^ag_/', '', $key['key'] ) ) );
		$row = Site::php( 'return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM " . \AuthGate\Schema::keys() . " WHERE id = %d", $in ), ARRAY_A );', $key['id'] );
		self::assertSame( hash( 'sha256', $key['key'] ), $row['hash'] );
		self::assertLessThanOrEqual( 12, strlen( $row['prefix'] ), 'the prefix gives too much away' );
		self::assertStringNotContainsString( substr( $key['key'], 12 ), implode( '|', $row ) );
		Site::php( '( new \AuthGate\Parts() )->api_keys->revoke( $in );', $key['id'] );
	}

	public function test_p6_the_constant_replaces_all_stored_keys(): void {
		$account = Site::account();
		$key     = 'a constant key of more than 32 characters';
		foreach ( array( $key, "  $key ", "$key\t" ) as $constant ) {
			$this->constants( array( 'AUTHGATE_API_KEY' => $constant ) );
			self::assertSame( 200, $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $key ) )->status, json_encode( $constant ) );
		}
		self::assert_refused( $this->login( $account['name'], $account['password'] ), 'stored key', 'authgate_api_key_invalid', 401 );
	}

	public function test_p6_the_settings_are_not_loaded_with_every_page_where_they_hold_a_secret(): void {
		$options = Site::php( 'return $wpdb->get_results( "SELECT option_name, option_value FROM $wpdb->options WHERE autoload = \'yes\'", ARRAY_N );' );
		$hash    = hash( 'sha256', Site::key() );
		foreach ( $options as list( $name, $value ) ) {
			self::assertStringNotContainsString( Site::key(), $value, $name );
			self::assertStringNotContainsString( $hash, $value, $name );
		}
	}

	public function test_p7_a_missing_and_a_wrong_key_get_the_same_answer(): void {
		$missing = $this->login( 'sam', 'sam-pass-1', array( 'X-API-KEY' => null ) );
		$wrong   = $this->login( 'sam', 'sam-pass-1', array( 'X-API-KEY' => str_repeat( 'w', 46 ) ) );
		self::assert_refused( $missing, 'missing', 'authgate_api_key_invalid', 401 );
		self::assertSame( $missing->status, $wrong->status );
		self::assertSame( $missing->body, $wrong->body );
		self::assertSame( array_keys( $missing->headers ), array_keys( $wrong->headers ) );
	}

	public function test_p7_no_password_is_looked_at_without_a_key(): void {
		$this->count_passwords();
		$this->login( 'sam', 'sam-pass-1', array( 'X-API-KEY' => null ) );
		$this->login( 'sam', 'sam-pass-1', array( 'X-API-KEY' => 'wrong' ) );
		self::assertSame( 0, self::passwords_looked_at() );
		$this->login( 'sam', 'sam-pass-1' );
		self::assertSame( 1, self::passwords_looked_at(), 'the counter itself' );
	}

	public function test_p8_guessing_keys_ends_in_429_and_harms_neither_the_right_key_nor_anybody_elsewhere(): void {
		$account = Site::account();
		$limit   = Site::php( 'return ( new \AuthGate\Parts() )->settings->limits()["key"];' );
		for ( $guess = 1; $guess <= $limit; $guess++ ) {
			$answer = $this->login( 'sam', 'sam-pass-1', array( 'X-API-KEY' => "guess $guess" ) );
			self::assert_refused( $answer, "guess $guess of $limit", 'authgate_api_key_invalid', 401 );
		}
		$answer = $this->login( 'sam', 'sam-pass-1', array( 'X-API-KEY' => 'one guess more' ) );
		self::assert_refused( $answer, 'over the limit', 'authgate_too_many_attempts', 429 );
		self::assertGreaterThan( 0, (int) $answer->header( 'Retry-After' ) );
		self::assertSame( 200, $this->login( $account['name'], $account['password'] )->status, 'the right key, from the same address' );
		$this->from = self::new_address();
		self::assert_refused( $this->login( 'sam', 'sam-pass-1', array( 'X-API-KEY' => 'guess' ) ), 'a guess from elsewhere', 'authgate_api_key_invalid', 401 );
	}

	/**
	 * Takes all keys out of the table.
	 *
	 * @return array[] The rows.
	 */
	private function hide_keys(): array {
		return Site::php( '$t = \AuthGate\Schema::keys(); $rows = $wpdb->get_results( "SELECT * FROM $t", ARRAY_A ); $wpdb->query( "DELETE FROM $t" ); return $rows;' );
	}

	/**
	 * Puts them back.
	 *
	 * @param array[] $rows The rows.
	 */
	private function show_keys( array $rows ): void {
		Site::php( 'foreach ( $in as $row ) { $wpdb->insert( \AuthGate\Schema::keys(), $row ); }', $rows );
	}
}
