<?php
/**
 * P36–P45: guessing.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Attempts are counted before the password is looked at; nobody locks out somebody who is elsewhere.
 */
final class ThrottleTest extends Gate_Test_Case {

	public function test_p36_the_sixth_attempt_is_refused_even_with_the_right_password(): void {
		$account = Site::account();
		$this->count_passwords();
		for ( $guess = 1; $guess <= 5; $guess++ ) {
			self::assert_refused( $this->login( $account['name'], "guess $guess" ), "guess $guess", 'authgate_invalid_credentials', 401 );
		}
		self::assertSame( 5, self::passwords_looked_at() );
		self::assert_refused( $this->login( $account['name'], $account['password'] ), 'the right one, too late', 'authgate_too_many_attempts', 429 );
		self::assertSame( 5, self::passwords_looked_at() );
	}

	public function test_p36_of_60_parallel_guesses_exactly_5_passwords_are_looked_at(): void {
		$account = Site::account();
		$this->count_passwords();
		// On a slow data base; who first reads a counter and then writes it would read an old one.
		$this->must_use( 'slow', 'add_filter( "query", function ( $query ) { false === strpos( $query, "authgate_attempts" ) || usleep( 3000 ); return $query; } );' );
		$guesses = array();
		for ( $guess = 0; $guess < 60; $guess++ ) {
			$guesses[] = $this->login_request( $account['name'], "guess $guess" );
		}
		$codes = array_count_values(
			array_map(
				static function ( Answer $answer ): string {
					return $answer->status . ' ' . $answer->code();
				},
				Http::together( $guesses )
			)
		);
		ksort( $codes );
		self::assertSame( array( '401 authgate_invalid_credentials' => 5, '429 authgate_too_many_attempts' => 55 ), $codes );
		self::assertSame( 5, self::passwords_looked_at() );
	}

	public function test_p36_one_address_has_20_attempts_over_all_accounts(): void {
		$this->count_passwords();
		$guesses = array();
		for ( $guess = 0; $guess < 30; $guess++ ) {
			$guesses[] = $this->login_request( "nobody-$guess", 'guess' );
		}
		$statuses = array_count_values( array_column( Http::together( $guesses ), 'status' ) );
		ksort( $statuses );
		self::assertSame( array( 401 => 20, 429 => 10 ), $statuses );
	}

	public function test_p36_one_account_has_100_attempts_from_all_addresses(): void {
		$account = Site::account();
		$this->count_passwords();
		$guesses = array();
		for ( $guess = 0; $guess < 110; $guess++ ) {
			$this->from = self::new_address();
			$guesses[]  = $this->login_request( $account['name'], 'guess' );
		}
		$statuses = array();
		foreach ( array_chunk( $guesses, 55 ) as $some ) {
			$statuses = array_merge( $statuses, array_column( Http::together( $some ), 'status' ) );
		}
		$statuses = array_count_values( $statuses );
		ksort( $statuses );
		self::assertSame( array( 401 => 100, 429 => 10 ), $statuses );
		self::assertSame( 100, self::passwords_looked_at() );
	}

	public function test_p36_a_successful_login_gives_the_attempts_back(): void {
		$account = Site::account();
		for ( $round = 0; $round < 3; $round++ ) {
			for ( $guess = 0; $guess < 4; $guess++ ) {
				self::assertSame( 401, $this->login( $account['name'], 'typo' )->status, "round $round, guess $guess" );
			}
			$this->token( $account );
		}
	}

	public function test_p37_the_victim_of_guesses_logs_in_from_elsewhere(): void {
		$account = Site::account();
		$guesses = array();
		for ( $guess = 0; $guess < 40; $guess++ ) {
			$guesses[] = $this->login_request( $account['name'], 'guess' );
		}
		Http::together( $guesses );
		self::assertSame( 429, $this->login( $account['name'], $account['password'] )->status, 'here' );
		$this->from = self::new_address();
		$this->assert_token_holds( $this->token( $account ), 'elsewhere' );
	}

	public function test_p37_behind_one_address_who_was_there_before_is_not_shut_out_by_the_guesses_of_others(): void {
		$account  = Site::account();
		$newcomer = Site::account();
		$this->token( $account );
		for ( $guess = 0; $guess < 21; $guess++ ) {
			$status = $this->login( "nobody-$guess", 'guess' )->status;
		}
		self::assertSame( 429, $status );
		self::assertSame( 429, $this->login( $newcomer['name'], $newcomer['password'] )->status, 'somebody new' );
		$this->assert_token_holds( $this->token( $account ), 'somebody known' );
		for ( $guess = 1; $guess <= 6; $guess++ ) {
			self::assertSame( $guess <= 5 ? 401 : 429, $this->login( $account['name'], 'guess' )->status, "guess $guess" );
		}
	}

	public function test_p37_an_account_that_is_attacked_from_everywhere_stays_open_where_its_owner_was_before(): void {
		$account = Site::account();
		$home    = $this->from;
		$this->settings( array( 'limit_account' => 3 ) );
		$this->token( $account );
		for ( $guess = 1; $guess <= 4; $guess++ ) {
			$this->from = self::new_address();
			self::assertSame( $guess <= 3 ? 401 : 429, $this->login( $account['name'], 'guess' )->status, "guess $guess" );
		}
		$this->from = self::new_address();
		self::assertSame( 429, $this->login( $account['name'], $account['password'] )->status, 'an address like that of any attacker' );
		$this->from = $home;
		$this->assert_token_holds( $this->token( $account ), 'at home' );
	}

	public function test_r16_under_60_parallel_guesses_everybody_else_logs_in(): void {
		$victim  = Site::account();
		$honest  = Site::account();
		$guesses = array();
		for ( $guess = 0; $guess < 60; $guess++ ) {
			$guesses[] = $this->login_request( $victim['name'], "guess $guess" );
		}
		$this->from = self::new_address();
		foreach ( array( 5, 15, 25, 35, 45, 55 ) as $between ) {
			array_splice( $guesses, $between, 0, array( $this->login_request( $honest['name'], $honest['password'] ) ) );
		}
		$statuses = array_count_values( array_column( Http::together( $guesses ), 'status' ) );
		ksort( $statuses );
		self::assertSame( array( 200 => 6, 401 => 5, 429 => 55 ), $statuses );
	}

	public function test_p38_all_wrong_logins_get_one_and_the_same_answer(): void {
		$account = Site::account();
		$this->must_use( 'nothing', '' );
		$wrong = array(
			'wrong password'      => $this->login( $account['name'], 'wrong' ),
			'unknown name'        => $this->login( 'nobody-of-that-name', 'wrong' ),
			'wrong, by e-mail'    => $this->login( $account['email'], 'wrong' ),
			'unknown e-mail'      => $this->login( 'nobody@example.test', 'wrong' ),
			'not even a name'     => $this->login( '<b>', 'wrong' ),
			'the right one, other case' => $this->login( $account['name'], strtoupper( $account['password'] ) ),
		);
		foreach ( $wrong as $what => $answer ) {
			self::assert_refused( $answer, $what, 'authgate_invalid_credentials', 401 );
			self::assertSame( $wrong['unknown name']->body, $answer->body, $what );
			self::assertSame( array_keys( $wrong['unknown name']->headers ), array_keys( $answer->headers ), $what );
		}
	}

	/**
	 * @dataProvider guesses
	 */
	public function test_p38_for_an_unknown_name_as_many_hashes_are_computed( string $password, int $expected ): void {
		$account = Site::account();
		// The pluggable function itself, which every comparison goes through.
		$this->must_use(
			'count-hashes',
			'function wp_check_password( $password, $hash, $user_id = "" ) {
				file_put_contents( getenv( "AUTHGATE_LAB" ) . "/hashes", ".", FILE_APPEND );
				require_once ABSPATH . WPINC . "/class-phpass.php";
				return apply_filters( "check_password", ( new PasswordHash( 8, true ) )->CheckPassword( $password, $hash ), $password, $hash, $user_id );
			}'
		);
		$hashes = array();
		foreach ( array( $account['name'], $account['email'], 'nobody-of-that-name', 'nobody@example.test' ) as $name ) {
			@unlink( Site::dir() . '/hashes' );
			$this->login( $name, $password );
			$hashes[ $name ] = is_file( Site::dir() . '/hashes' ) ? filesize( Site::dir() . '/hashes' ) : 0;
		}
		self::assertSame( array_fill( 0, 4, $expected ), array_values( $hashes ) );
	}

	public static function guesses(): array {
		return array(
			'plain'               => array( 'wrong', 1 ),
			'an apostrophe'       => array( "it's wrong", 2 ),
			'a quote'             => array( '"wrong"', 2 ),
			'a backslash'         => array( 'wr\ong', 2 ),
			'nothing but a blank' => array( ' ', 1 ),
			'blanks around'       => array( "  it's wrong  ", 2 ),
		);
	}

	/**
	 * @dataProvider proxy_headers
	 */
	public function test_p39_a_header_that_claims_another_address_is_not_believed( string $name, string $value ): void {
		$account  = Site::account();
		$statuses = array();
		for ( $guess = 1; $guess <= 6; $guess++ ) {
			$statuses[] = $this->login( $account['name'], 'guess', array( $name => sprintf( $value, $guess ) ) )->status;
		}
		self::assertSame( array( 401, 401, 401, 401, 401, 429 ), $statuses );
	}

	public static function proxy_headers(): array {
		return array(
			'X-Forwarded-For'  => array( 'X-Forwarded-For', '10.0.0.%d' ),
			'X-Real-IP'        => array( 'X-Real-IP', '10.0.0.%d' ),
			'Client-IP'        => array( 'Client-IP', '10.0.0.%d' ),
			'Forwarded'        => array( 'Forwarded', 'for=10.0.0.%d' ),
			'CF-Connecting-IP' => array( 'CF-Connecting-IP', '10.0.0.%d' ),
			'True-Client-IP'   => array( 'True-Client-IP', '10.0.0.%d' ),
			'REMOTE_ADDR'      => array( 'Remote-Addr', '10.0.0.%d' ),
		);
	}

	public function test_p39_behind_a_trusted_proxy_the_rightmost_untrusted_hop_counts(): void {
		$account = Site::account();
		$this->settings( array( 'trusted_proxies' => array( $this->from ) ) );
		$guess = function ( string $forwarded ) use ( $account ): int {
			return $this->login( $account['name'], 'guess', array( 'X-Forwarded-For' => $forwarded ) )->status;
		};
		for ( $number = 1; $number <= 5; $number++ ) {
			self::assertSame( 401, $guess( "192.0.2.$number, 198.51.100.7" ), "what the client wrote on the left changes nothing, $number" );
		}
		self::assertSame( 429, $guess( '192.0.2.99, 198.51.100.7' ), 'its budget is used up' );
		self::assertSame( 401, $guess( '192.0.2.1, 198.51.100.8' ), 'another client' );
		self::assertSame( 401, $guess( '' ), 'none' );
		self::assertSame( 401, $guess( 'rubbish' ), 'rubbish' );
	}

	public function test_p41_without_its_table_the_throttle_lets_nobody_in(): void {
		$account = Site::account();
		Site::php( '$wpdb->query( "RENAME TABLE " . \AuthGate\Schema::attempts() . " TO wp_away" );' );
		try {
			self::assert_refused( $this->login( $account['name'], $account['password'] ), 'no table', null, 503 );
		} finally {
			Site::php( '$wpdb->query( "RENAME TABLE wp_away TO " . \AuthGate\Schema::attempts() );' );
		}
		$this->expected_in_log = '/WordPress database error/';
		$this->token( $account );
	}

	public function test_p41_without_the_table_of_sessions_no_token_holds_and_none_is_issued(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		Site::php( '$wpdb->query( "RENAME TABLE " . \AuthGate\Schema::sessions() . " TO wp_away" );' );
		try {
			$answer = $this->login( $account['name'], $account['password'] );
			self::assertFalse( $answer->has_a_token(), (string) $answer );
			self::assertNotSame( '', $answer->code(), (string) $answer );
			// Not a 401: an application would forget a session that is still good.
			self::assertSame( 503, $this->validate( $token )->status );
			self::assertSame( 503, $this->me( $token )->status );
		} finally {
			Site::php( '$wpdb->query( "RENAME TABLE wp_away TO " . \AuthGate\Schema::sessions() );' );
		}
		$this->expected_in_log = '/WordPress database error/';
		$this->assert_token_holds( $token, 'the table is back' );
	}

	public function test_p41_without_the_table_of_keys_everything_is_shut(): void {
		$account = Site::account();
		Site::php( '$wpdb->query( "RENAME TABLE " . \AuthGate\Schema::keys() . " TO wp_away" );' );
		try {
			self::assert_refused( $this->login( $account['name'], $account['password'] ), 'no table', null, 503 );
		} finally {
			Site::php( '$wpdb->query( "RENAME TABLE wp_away TO " . \AuthGate\Schema::keys() );' );
		}
		$this->expected_in_log = '/WordPress database error/';
	}

	public function test_p41_a_flushed_object_cache_forgets_neither_attempts_nor_revocations(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		$this->send( self::LOGOUT, 'POST', array( 'Authorization' => "Bearer $token" ) );
		$guesser = Site::account();
		for ( $guess = 0; $guess < 5; $guess++ ) {
			$this->login( $guesser['name'], 'guess' );
		}
		Site::php( 'wp_cache_flush(); $wpdb->query( "DELETE FROM $wpdb->options WHERE option_name LIKE \'%transient%\'" );' );
		$this->assert_token_refused( $token, 'revoked before the flush' );
		self::assertSame( 429, $this->login( $guesser['name'], $guesser['password'] )->status );
	}

	public function test_p42_expired_counters_are_swept_and_options_do_not_grow(): void {
		$options = Site::php( 'return (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->options" );' );
		Site::php(
			'$rows = array();
			for ( $i = 0; $i < 20000; $i++ ) { $rows[] = "(\'" . md5( "sweep $i" ) . "\', 3, " . ( time() - 60 ) . ")"; }
			foreach ( array_chunk( $rows, 2000 ) as $some ) { $wpdb->query( "INSERT INTO " . \AuthGate\Schema::attempts() . " (bucket, n, expires) VALUES " . implode( ",", $some ) ); }'
		);
		for ( $attempt = 0; $attempt < 60; $attempt++ ) {
			$this->from = self::new_address();
			$this->login( "nobody-$attempt", 'guess' );
		}
		$left = Site::php( 'return (int) $wpdb->get_var( "SELECT COUNT(*) FROM " . \AuthGate\Schema::attempts() . " WHERE expires < UNIX_TIMESTAMP() - 30" );' );
		self::assertLessThan( 20000, $left, 'nothing is swept' );
		self::assertSame( $options, Site::php( 'return (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->options" );' ), 'wp_options has grown' );
	}

	public function test_p42_no_name_and_no_address_can_be_read_from_a_counter(): void {
		$account = Site::account();
		$this->login( $account['name'], 'guess' );
		$rows = json_encode( Site::php( 'return $wpdb->get_results( "SELECT * FROM " . \AuthGate\Schema::attempts(), ARRAY_N );' ) );
		self::assertStringNotContainsString( $account['name'], $rows );
		self::assertStringNotContainsString( $this->from, $rows );
		foreach ( array( 'md5', 'sha1', 'sha256' ) as $hash ) {
			self::assertStringNotContainsString( substr( hash( $hash, $account['name'] ), 0, 32 ), $rows, "$hash without a key" );
			self::assertStringNotContainsString( substr( hash( $hash, $this->from ), 0, 32 ), $rows, "$hash without a key" );
		}
	}

	public function test_p43_all_spellings_of_an_account_share_one_budget(): void {
		$account = Site::account();
		$names   = array( $account['name'], strtoupper( $account['name'] ), " $account[name] ", $account['email'], strtoupper( $account['email'] ) );
		foreach ( $names as $name ) {
			self::assertSame( 401, $this->login( $name, 'guess' )->status, $name );
		}
		foreach ( array_merge( $names, array( ucfirst( $account['name'] ), "<i>$account[name]</i>", "<i>$account[email]</i>", "%20$account[email]", "&amp;$account[email]" ) ) as $name ) {
			self::assertSame( 429, $this->login( $name, 'guess' )->status, $name );
		}
	}

	public function test_p44_a_block_says_so_on_pages_too(): void {
		$token = $this->token( Site::account() );
		for ( $guess = 0; $guess < 21; $guess++ ) {
			$answer = $this->send( '/', 'GET', array( 'X-API-KEY' => "guess $guess", 'Authorization' => "Bearer $token" ) );
		}
		self::assert_refused( $answer, 'a page', 'authgate_too_many_attempts', 429 );
		self::assertGreaterThan( 0, (int) $answer->header( 'Retry-After' ) );
		self::assertStringContainsString( 'Origin', $answer->header( 'Vary' ) );
	}

	public function test_p44_a_block_says_when_it_ends_and_attempts_in_it_do_not_extend_it(): void {
		$account = Site::account();
		for ( $guess = 0; $guess < 5; $guess++ ) {
			$this->login( $account['name'], 'guess' );
		}
		$first = $this->login( $account['name'], 'guess' );
		self::assert_refused( $first, 'blocked', 'authgate_too_many_attempts', 429 );
		self::assertGreaterThan( 0, (int) $first->header( 'Retry-After' ) );
		self::assertLessThanOrEqual( 900, (int) $first->header( 'Retry-After' ) );
		$expires = Site::php( 'return $wpdb->get_col( "SELECT expires FROM " . \AuthGate\Schema::attempts() . " WHERE n >= 5 ORDER BY bucket" );' );
		for ( $guess = 0; $guess < 5; $guess++ ) {
			$last = $this->login( $account['name'], 'guess' );
		}
		self::assertLessThanOrEqual( (int) $first->header( 'Retry-After' ), (int) $last->header( 'Retry-After' ) );
		$after = Site::php( 'return $wpdb->get_col( "SELECT expires FROM " . \AuthGate\Schema::attempts() . " WHERE n >= 5 ORDER BY bucket" );' );
		self::assertSame( array(), array_diff( $expires, $after ), 'a counter has a later end now' );
	}

	public function test_p45_logins_over_xmlrpc_stay_until_they_are_switched_off(): void {
		$call = static function (): Answer {
			$body = '<?xml version="1.0"?><methodCall><methodName>wp.getUsersBlogs</methodName><params><param><value>sam</value></param><param><value>sam-pass-1</value></param></params></methodCall>';
			return Http::send( Site::url() . '/xmlrpc.php', 'POST', array( 'Content-Type' => 'text/xml' ), $body, '127.77.1.1' );
		};
		self::assertStringContainsString( 'blogid', $call()->body );
		$this->settings( array( 'block_xmlrpc_logins' => true ) );
		self::assertStringNotContainsString( 'blogid', $call()->body );
	}
}
