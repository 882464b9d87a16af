<?php
/**
 * P54–P62: wp-admin, and what stays behind.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Only an administrator who means it changes anything, and no secret is shown twice.
 */
final class AdminTest extends Gate_Test_Case {

	private const PAGE     = '/wp-admin/options-general.php?page=authgate';
	private const SETTINGS = '/wp-admin/options-general.php?page=authgate&tab=settings';

	public function test_an_administrator_creates_a_key_sees_it_once_and_revokes_it(): void {
		$account = Site::account();
		$admin   = Admin::login();
		$answer  = $admin->submit( self::PAGE, 'value="create"', array( 'name' => 'Stock <i>tool</i> 2.1' ) );
		self::assertSame( 200, $answer->status );
		preg_match( '/value="(ag_[A-Za-z0-9_-]{43})"/', $answer->body, $key );
		self::assertNotEmpty( $key, 'the new key is not shown' );
		self::assertSame( 200, $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $key[1] ) )->status );

		$again = $admin->page( self::PAGE )->body;
		self::assertStringNotContainsString( $key[1], $again, 'shown a second time' );
		self::assertStringNotContainsString( '<i>tool', $again );
		self::assertMatchesRegularExpression( '/Stock\s+tool 2\.1|Stock tool 2\.1|Stock &lt;i&gt;/', $again );
		$id     = max( array_column( Site::php( 'return ( new \AuthGate\Parts() )->api_keys->all();' ), 'id' ) );
		$answer = $admin->submit( self::PAGE, 'name="key" value="' . $id . '"', array() );
		self::assertSame( 302, $answer->status, (string) $answer );
		self::assert_refused( $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $key[1] ) ), 'revoked', 'authgate_api_key_invalid', 401 );
	}

	public function test_sending_the_form_again_creates_no_second_key(): void {
		$admin  = Admin::login();
		$form   = $admin->form( self::PAGE, 'value="create"' );
		$fields = array( 'name' => 'only once' ) + $form['fields'];
		$admin->post( $form['action'], array( 'name' => 'only once' ) + $fields );
		$admin->post( $form['action'], array( 'name' => 'only once' ) + $fields );
		$names = array_column( Site::php( 'return ( new \AuthGate\Parts() )->api_keys->all();' ), 'name' );
		self::assertCount( 1, array_keys( $names, 'only once', true ) );
	}

	/**
	 * @dataProvider keys_of_wp_config
	 */
	public function test_a_key_in_wp_config_replaces_the_form_and_a_short_one_is_called_that( string $key, bool $is_good ): void {
		$this->constants( array( 'AUTHGATE_API_KEY' => $key ) );
		$answer = Admin::login()->page( self::PAGE );
		self::assertSame( 200, $answer->status );
		self::assertStringContainsString( 'wp-config.php', $answer->body );
		self::assertStringNotContainsString( 'value="create"', $answer->body );
		self::assertSame( ! $is_good, false !== strpos( $answer->body, 'shorter than 32 characters' ) );
		self::assertStringContainsString( '</html>', $answer->body, 'cut off' );
	}

	public static function keys_of_wp_config(): array {
		return array(
			'long enough' => array( str_repeat( 'k', 32 ), true ),
			'too short'   => array( 'short', false ),
		);
	}

	public function test_p54_without_the_nonce_nothing_is_saved(): void {
		$admin = Admin::login();
		$keys  = $this->keys();
		foreach ( array( null, '', 'wrong' ) as $nonce ) {
			$answer = $admin->submit( self::PAGE, 'value="create"', array( 'name' => 'forged', '_wpnonce' => $nonce ) );
			self::assertSame( 403, $answer->status, (string) $answer );
			$answer = $admin->submit( self::SETTINGS, 'option_page', array( 'authgate_settings[token_minutes]' => '77', '_wpnonce' => $nonce ) );
			self::assertSame( 403, $answer->status, (string) $answer );
		}
		self::assertSame( $keys, $this->keys() );
		self::assertNotSame( 77, $this->token_minutes() );
	}

	public function test_p54_a_nonce_of_another_form_or_another_user_does_not_fit(): void {
		$admin    = Admin::login();
		$settings = $admin->form( self::SETTINGS, 'option_page' )['fields']['_wpnonce'];
		$keys     = $this->keys();
		self::assertSame( 403, $admin->submit( self::PAGE, 'value="create"', array( 'name' => 'forged', '_wpnonce' => $settings ) )->status );
		$second = Site::account( 'administrator' );
		$form   = Admin::login( $second['name'], $second['password'] )->form( self::PAGE, 'value="create"' );
		self::assertSame( 403, $admin->post( $form['action'], array( 'name' => 'forged' ) + $form['fields'] )->status );
		self::assertSame( $keys, $this->keys() );
	}

	/**
	 * @dataProvider others
	 */
	public function test_p54_nobody_but_an_administrator_saves_anything( string $role ): void {
		$form     = Admin::login()->form( self::PAGE, 'value="create"' );
		$settings = Admin::login()->form( self::SETTINGS, 'option_page' );
		$account  = '' === $role ? null : Site::account( $role );
		$other    = $account ? Admin::login( $account['name'], $account['password'] ) : Admin::nobody();
		$keys     = $this->keys();
		$answers  = array(
			$other->page( self::PAGE ),
			$other->post( $form['action'], array( 'name' => 'forged' ) + $form['fields'] ),
			$other->post( $settings['action'], array( 'authgate_settings[token_minutes]' => '77' ) + $settings['fields'] ),
			$other->post( '/wp-admin/options.php', array( 'action' => 'update', 'option_page' => 'authgate', 'authgate_settings' => array( 'token_minutes' => '77' ) ) ),
			$other->post( '/wp-admin/admin-post.php', array( 'action' => 'authgate_end_session', 'session' => '1:all' ) ),
		);
		foreach ( $answers as $number => $answer ) {
			self::assertContains( $answer->status, array( 302, 400, 403 ), "$number: $answer" );
			self::assertStringNotContainsString( 'authgate-new-key', $answer->body );
		}
		self::assertSame( $keys, $this->keys() );
		self::assertNotSame( 77, $this->token_minutes() );
	}

	public static function others(): array {
		return array(
			'an editor'     => array( 'editor' ),
			'a subscriber'  => array( 'subscriber' ),
			'nobody at all' => array( '' ),
		);
	}

	public function test_p54_a_user_ends_own_sessions_and_nobody_elses(): void {
		$victim = Site::account();
		$other  = Site::account( 'editor' );
		$token  = $this->token( $victim );
		$mine   = $this->token( $other );
		$admin  = Admin::login( $other['name'], $other['password'] );
		$form   = $admin->form( '/wp-admin/profile.php', 'authgate_end_session' );
		$answer = $admin->post( $form['action'], array( 'session' => $victim['id'] . ':all' ) + $form['fields'] );
		self::assertSame( 403, $answer->status, (string) $answer );
		$this->assert_token_holds( $token, 'somebody else tried' );
		$admin->post( $form['action'], array( 'session' => $other['id'] . ':all' ) + $form['fields'] );
		$this->assert_token_refused( $mine, 'ended on the own profile' );
	}

	public function test_p54_the_administrator_logs_everyone_out_from_the_page(): void {
		$token  = $this->token( Site::account() );
		$answer = Admin::login()->submit( self::PAGE . '&tab=sessions', 'value="end_all"', array() );
		self::assertSame( 302, $answer->status, (string) $answer );
		$this->assert_token_refused( $token, 'everyone out' );
	}

	/**
	 * @dataProvider dangerous_texts
	 */
	public function test_p55_dangerous_text_in_any_field_is_harmless_when_it_is_shown( string $text ): void {
		$before = Site::php( 'return array( get_option( "authgate_settings" ) );' );
		$admin  = Admin::login();
		try {
			foreach ( array( 'token_minutes', 'limit_account_address', 'trusted_proxies', 'allowed_origins', 'log_days', 'bind_address', 'roles][', 'unknown' ) as $name ) {
				$answer = $admin->submit( self::SETTINGS, 'option_page', array( "authgate_settings[$name]" => $text ) );
				self::assertContains( $answer->status, array( 302, 413 ), "$name: $answer" );
			}
			$admin->submit( self::PAGE, 'value="create"', array( 'name' => $text ) );
			foreach ( array( self::PAGE, self::SETTINGS, self::PAGE . '&tab=log', self::PAGE . '&tab=sessions', self::PAGE . '&message=' . rawurlencode( substr( $text, 0, 500 ) ), '/wp-admin/options-general.php?page=authgate&tab=' . rawurlencode( substr( $text, 0, 500 ) ) ) as $page ) {
				$body = $admin->page( $page )->body;
				self::assertStringNotContainsString( '<script>alert(7)', $body, $page );
				self::assertStringNotContainsString( '<img src=x', $body, $page );
				self::assertStringNotContainsString( 'onfocus="alert(7)', $body, $page );
				self::assertLessThan( 400000, strlen( $body ), $page );
			}
			self::assertGreaterThanOrEqual( 1, $this->token_minutes() );
			$this->token( Site::account() );
		} finally {
			$this->write_settings( $before );
			Site::php( 'foreach ( ( new \AuthGate\Parts() )->api_keys->all() as $key ) { if ( "lab" !== $key["name"] ) { ( new \AuthGate\Parts() )->api_keys->revoke( $key["id"] ); } }' );
		}
	}

	public static function dangerous_texts(): array {
		return array(
			'a script'     => array( '"><script>alert(7)</script>' ),
			'an image'     => array( '\'"><img src=x onerror=alert(7)>' ),
			'an attribute' => array( '" autofocus onfocus="alert(7)' ),
			'1 MB'         => array( str_repeat( 'x', 1000000 ) ),
			'bytes'        => array( "\xff\xfe\x00<script>alert(7)</script>" ),
		);
	}

	public function test_p55_arrays_where_text_is_expected_break_nothing(): void {
		$before = Site::php( 'return array( get_option( "authgate_settings" ) );' );
		$admin  = Admin::login();
		try {
			foreach ( array( 'token_minutes', 'limit_key', 'trusted_proxies', 'allowed_origins', 'log_days', 'bind_address', 'limit_roles' ) as $name ) {
				$answer = $admin->submit( self::SETTINGS, 'option_page', array( "authgate_settings[$name]" => null, "authgate_settings[$name][a][b]" => 'x' ) );
				self::assertSame( 302, $answer->status, "$name: $answer" );
			}
			$answer = $admin->submit( self::SETTINGS, 'option_page', array( 'authgate_settings' => 'x' ) );
			self::assertContains( $answer->status, array( 200, 302 ), (string) $answer );
			$answer = $admin->submit( self::PAGE, 'value="create"', array( 'name' => array( 'x' ) ) );
			self::assertContains( $answer->status, array( 200, 302 ), (string) $answer );
			self::assertSame( 200, $admin->page( self::SETTINGS )->status );
			self::assertSame( 200, $admin->page( self::PAGE . '&tab[]=x&message[]=y' )->status );
			$this->token( Site::account() );
		} finally {
			$this->write_settings( $before );
		}
	}

	/**
	 * @dataProvider lifetimes
	 */
	public function test_p56_no_lifetime_breaks_a_login_and_every_one_is_clamped( $stored, int $minutes ): void {
		$this->settings( array( 'token_minutes' => $stored ) );
		$claims = Forge::part( $this->token( Site::account() ), 1 );
		self::assertSame( 60 * $minutes, $claims['exp'] - $claims['iat'] );
	}

	public static function lifetimes(): array {
		return array(
			'empty'       => array( '', 30 ),
			'a word'      => array( 'abc', 30 ),
			'negative'    => array( -5, 1 ),
			'zero'        => array( 0, 1 ),
			'null'        => array( null, 30 ),
			'an array'    => array( array( 1 ), 30 ),
			'true'        => array( true, 30 ),
			'one'         => array( 1, 1 ),
			'text'        => array( '60', 60 ),
			'most'        => array( 43200, 43200 ),
		);
	}

	/**
	 * @dataProvider huge_lifetimes
	 */
	public function test_p56_a_huge_lifetime_never_becomes_an_endless_one( $stored ): void {
		$this->settings( array( 'token_minutes' => $stored ) );
		$claims = Forge::part( $this->token( Site::account() ), 1 );
		self::assertIsInt( $claims['exp'] );
		self::assertContains( $claims['exp'] - $claims['iat'], array( 1800, 2592000 ) );
	}

	public static function huge_lifetimes(): array {
		return array(
			'one too many' => array( 43201 ),
			'1e9'          => array( 1.0e9 ),
			'1e9 as text'  => array( '1e9' ),
			'PHP_INT_MAX'  => array( PHP_INT_MAX ),
			'more'         => array( '99999999999999999999' ),
			'60<b>'        => array( '60<b>' ),
		);
	}

	public function test_p56_settings_that_are_no_array_count_as_the_defaults(): void {
		$before = Site::php( 'return array( get_option( "authgate_settings" ) );' );
		try {
			foreach ( array( 'x', 1, true, array( 'roles' => 'x', 'limit_roles' => array(), 'trusted_proxies' => 5, 'allowed_origins' => null ) ) as $value ) {
				$this->write_settings( array( $value ) );
				$this->token( Site::account() );
			}
		} finally {
			$this->write_settings( $before );
		}
	}

	public function test_p57_no_key_and_no_secret_is_shown_anywhere(): void {
		$admin  = Admin::login();
		$token  = $this->token( Site::account() );
		$nonce  = json_decode( $admin->page( '/wp-admin/admin-ajax.php?action=rest-nonce' )->body ) ?? $admin->page( '/wp-admin/admin-ajax.php?action=rest-nonce' )->body;
		$rest   = array( 'X-WP-Nonce' => $nonce, 'Accept' => 'application/json' );
		$secret = Site::php( 'return base64_encode( ( new \AuthGate\Parts() )->secret->signing_key() );' );
		$needle = array( Site::key(), hash( 'sha256', Site::key() ), $secret, base64_decode( $secret ), 'only-the-lab-signs-with-this', $token );
		$pages  = array(
			self::PAGE, self::SETTINGS, self::PAGE . '&tab=health', self::PAGE . '&tab=log', self::PAGE . '&tab=sessions',
			'/wp-admin/', '/wp-admin/plugins.php', '/wp-admin/profile.php', '/wp-admin/site-health.php', '/wp-admin/site-health.php?tab=debug', '/wp-admin/options.php', '/wp-admin/export.php?download=true&content=all',
		);
		foreach ( $pages as $page ) {
			$answer = $admin->page( $page );
			self::assertSame( 200, $answer->status, $page );
			foreach ( $needle as $one ) {
				self::assertStringNotContainsString( $one, $answer->body, $page );
			}
		}
		foreach ( array( '/wp-json/wp/v2/settings', '/wp-json/wp/v2/users?context=edit', '/wp-json/', '/wp-json/authgate/v1', '/wp-json/jwt-auth/v1' ) as $path ) {
			$answer = $admin->page( $path, $rest );
			foreach ( $needle as $one ) {
				self::assertStringNotContainsString( $one, $answer->body, $path );
			}
			self::assertStringNotContainsString( 'authgate_settings', $answer->body, $path );
		}
		foreach ( array_diff( $needle, array( hash( 'sha256', Site::key() ) ) ) as $one ) { // The hash stands in queries that fail.
			self::assertStringNotContainsString( $one, Site::debug_log(), 'debug.log' );
		}
	}

	public function test_p59_deactivating_beside_the_jwt_plugin_asks_first(): void {
		$admin = Admin::login();
		preg_match( '/plugins\.php\?action=deactivate&amp;plugin=authgate%2Fauthgate\.php[^"]*/', $admin->page( '/wp-admin/plugins.php' )->body, $link );
		self::assertNotEmpty( $link );
		if ( 'own' === Site::issuer() ) {
			self::assertFalse( Site::php( 'return class_exists( "Jwt_Auth_Public" );' ), 'nothing is opened by deactivating here' );
			return;
		}
		$answer = $admin->page( '/wp-admin/' . html_entity_decode( $link[0] ) );
		self::assertSame( 200, $answer->status, (string) $answer );
		self::assertStringContainsString( 'authgate_confirmed', $answer->body );
		self::assertTrue( Site::php( 'return is_plugin_active( "authgate/authgate.php" );' ), 'it is still active' );
	}

	public function test_p60_the_options_of_the_predecessor_are_taken_over_once(): void {
		$account = Site::account();
		$old     = 'the-old-key-of-the-predecessor-plugin';
		$before  = Site::php(
			'$rows = $wpdb->get_results( "SELECT option_name, option_value FROM $wpdb->options WHERE option_name LIKE \'authgate%\'", ARRAY_N );
			update_option( "api_key", $in ); update_option( "jwt_expire_time", "45" );
			foreach ( $rows as $row ) { delete_option( $row[0] ); }
			return $rows;',
			$old
		);
		try {
			self::assertSame( 200, $this->send( '/wp-json/?_fields=name' )->status );
			Site::php( 'do_action( "activate_authgate/authgate.php" );' );
			$answer = $this->login( $account['name'], $account['password'], array( 'X-API-KEY' => $old ) );
			self::assertNotSame( '', $answer->token(), "the old key works on: $answer" );
			$claims = Forge::part( $answer->token(), 1 );
			self::assertSame( 2700, $claims['exp'] - $claims['iat'], 'its lifetime too' );
			self::assertStringNotContainsString( $old, json_encode( Site::php( 'return array( $wpdb->get_results( "SELECT * FROM " . \AuthGate\Schema::keys() ), get_option( "authgate_settings" ) );' ) ), 'stored in clear' );
		} finally {
			Site::php(
				'foreach ( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE \'authgate%\'" ) as $name ) { delete_option( $name ); }
				foreach ( $in as $row ) { $wpdb->insert( $wpdb->options, array( "option_name" => $row[0], "option_value" => $row[1] ) ); }
				delete_option( "api_key" ); delete_option( "jwt_expire_time" );
				$wpdb->query( "DELETE FROM " . \AuthGate\Schema::keys() . " WHERE name <> \'lab\'" ); wp_cache_flush();',
				$before
			);
		}
	}

	public function test_p61_no_file_of_the_plugin_says_anything_when_it_is_fetched_directly(): void {
		$root  = Site::root() . '/wp-content/plugins/authgate';
		$files = array();
		foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $root, \FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( 'php' === $file->getExtension() ) {
				$files[] = substr( $file->getPathname(), strlen( $root ) );
			}
		}
		self::assertGreaterThan( 15, count( $files ) );
		foreach ( $files as $file ) {
			$answer = $this->send( "/wp-content/plugins/authgate$file" );
			self::assertSame( '', $answer->body, $file );
			self::assertSame( 200, $answer->status, $file );
		}
	}

	public function test_p62_the_log_has_what_happened_and_no_secret(): void {
		$account = Site::account();
		$before  = $this->log_size();
		$token   = $this->token( $account );
		$this->login( $account['name'], 'the wrong password' );
		$this->login( $account['name'], 'x', array( 'X-API-KEY' => 'the wrong key' ) );
		$this->send( self::LOGOUT, 'POST', array( 'Authorization' => "Bearer $token" ) );
		for ( $guess = 0; $guess < 6; $guess++ ) {
			$this->login( $account['name'], 'the wrong password' );
		}
		$rows   = Site::php( 'return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM " . \AuthGate\Schema::log() . " WHERE id > %d", $in ), ARRAY_A );', $before );
		$events = array_unique( array_column( $rows, 'event' ) );
		foreach ( array( 'login_succeeded', 'login_failed', 'key_refused', 'logged_out', 'login_blocked' ) as $event ) {
			self::assertContains( $event, $events );
		}
		self::assertContains( $this->from, array_column( $rows, 'address' ) );
		$text = json_encode( $rows );
		foreach ( array( $account['password'], 'the wrong password', 'the wrong key', Site::key(), $token, explode( '.', $token )[2] ) as $secret ) {
			self::assertStringNotContainsString( $secret, $text );
		}
	}

	public function test_p62_a_line_break_in_a_user_name_makes_no_second_line(): void {
		$before = $this->log_size();
		$this->login( "sam\r\n2026-01-01 login_succeeded admin\x1b[31m", 'wrong' );
		$rows = Site::php( 'return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM " . \AuthGate\Schema::log() . " WHERE id > %d", $in ), ARRAY_A );', $before );
		self::assertNotEmpty( $rows );
		foreach ( $rows as $row ) {
			self::assertDoesNotMatchRegularExpression( '/[\x00-\x1f\x7f]/', implode( '|', $row ) );
		}
	}

	public function test_p62_a_change_of_the_settings_is_recorded(): void {
		$before = Site::php( 'return array( get_option( "authgate_settings" ) );' );
		$size   = $this->log_size();
		try {
			Admin::login()->submit( self::SETTINGS, 'option_page', array( 'authgate_settings[token_minutes]' => '33' ) );
			self::assertSame( 33, $this->token_minutes() );
			$rows = Site::php( 'return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM " . \AuthGate\Schema::log() . " WHERE id > %d", $in ), ARRAY_A );', $size );
			self::assertContains( 'settings_changed', array_column( $rows, 'event' ) );
		} finally {
			$this->write_settings( $before );
		}
	}

	public function test_p62_old_rows_go_and_the_log_stays_bounded(): void {
		Site::php(
			'$rows = array();
			for ( $i = 0; $i < 3000; $i++ ) { $rows[] = "(" . ( time() - 400 * 86400 ) . ", \'login_failed\')"; }
			$wpdb->query( "INSERT INTO " . \AuthGate\Schema::log() . " (time, event) VALUES " . implode( ",", $rows ) );'
		);
		for ( $login = 0; $login < 40; $login++ ) {
			$this->from = self::new_address();
			$this->login( 'nobody', 'wrong' );
		}
		Site::php( 'foreach ( _get_cron_array() as $hooks ) { foreach ( array_keys( $hooks ) as $hook ) { if ( 0 === strpos( $hook, "authgate_" ) ) { do_action( $hook ); } } }' );
		self::assertLessThan( 3000, Site::php( 'return (int) $wpdb->get_var( "SELECT COUNT(*) FROM " . \AuthGate\Schema::log() . " WHERE time < UNIX_TIMESTAMP() - 390 * 86400" );' ) );
	}

	/**
	 * @dataProvider floods
	 */
	public function test_p62_a_flood_drives_nothing_else_out_of_the_log( string $flood ): void {
		$kept = Site::php(
			'$insert = function ( $event, $count ) use ( $wpdb, $in ) {
				$wpdb->query( "INSERT INTO " . \AuthGate\Schema::log() . " (time, event, detail) VALUES " . implode( ",", array_fill( 0, $count, "(" . time() . ", \'$event\', \'$in[mark]\')" ) ) );
			};
			$insert( "key_created", 10 );
			$insert( "session_revoked", 10 );
			$insert( $in["flood"], 6000 );
			( new \AuthGate\Parts() )->log->prune();
			return $wpdb->get_results( "SELECT event, COUNT(*) n FROM " . \AuthGate\Schema::log() . " WHERE detail = \'$in[mark]\' GROUP BY event", OBJECT_K );',
			array( 'flood' => $flood, 'mark' => uniqid( 'flood' ) )
		);
		self::assertSame( 10, (int) $kept['key_created']['n'] );
		self::assertSame( 10, (int) $kept['session_revoked']['n'] );
		self::assertSame( 5000, (int) $kept[ $flood ]['n'] );
	}

	public static function floods(): array {
		return array(
			'by strangers' => array( 'login_failed' ),
			'by logins'    => array( 'login_succeeded' ),
			'by logouts'   => array( 'logged_out' ),
		);
	}

	public function test_p62_only_what_somebody_else_has_ended_is_a_deed_and_it_names_nobody(): void {
		$account = Site::account( 'subscriber' );
		$before  = $this->log_size();
		$this->send( self::LOGOUT, 'POST', array( 'Authorization' => 'Bearer ' . $this->token( $account ) ) );
		$this->token( $account );
		Admin::login( $account['name'], $account['password'] )->submit( '/wp-admin/profile.php', 'authgate_end_session', array( 'session' => "$account[id]:all" ) );
		$this->token( $account );
		$admin = Admin::login();
		$admin->submit( "/wp-admin/user-edit.php?user_id=$account[id]", 'authgate_end_session', array( 'session' => "$account[id]:all" ) );
		$rows = Site::php( 'return $wpdb->get_results( $wpdb->prepare( "SELECT event, user_name, detail FROM " . \AuthGate\Schema::log() . " WHERE id > %d AND event <> \'login_succeeded\' ORDER BY id", $in ), ARRAY_N );', $before );
		self::assertSame( array( array( 'logged_out', $account['name'], '' ), array( 'logged_out', $account['name'], '' ), array( 'session_revoked', $account['name'], 'by user 1' ) ), $rows );
		self::assertStringContainsString( 'By admin', $admin->page( self::PAGE . '&tab=log' )->body );
	}

	/**
	 * @dataProvider proxies
	 */
	public function test_an_unknown_proxy_is_a_problem_that_every_page_tells( array $headers, bool $is_problem ): void {
		$admin = Admin::login();
		$says  = 'This request came through a proxy that AuthGate does not know, 127.';
		foreach ( array( '/wp-admin/index.php', self::PAGE . '&tab=health' ) as $page ) {
			$answer = $admin->page( $page, $headers );
			self::assertSame( 200, $answer->status );
			self::assertSame( $is_problem, false !== strpos( $answer->body, $says ), $page );
		}
		$this->settings( array( 'trusted_proxies' => array( '127.0.0.0/8' ) ) );
		self::assertStringNotContainsString( $says, $admin->page( self::PAGE . '&tab=health', $headers )->body, 'as soon as it is known' );
	}

	public static function proxies(): array {
		return array(
			'none'             => array( array(), false ),
			'X-Forwarded-For'  => array( array( 'X-Forwarded-For' => '192.0.2.7' ), true ),
			'Forwarded'        => array( array( 'Forwarded' => 'for=192.0.2.7' ), true ),
			'CF-Connecting-IP' => array( array( 'CF-Connecting-IP' => '192.0.2.7' ), true ),
		);
	}

	public function test_a_table_that_is_missing_is_a_problem_and_activating_again_makes_it(): void {
		$admin                 = Admin::login();
		$this->expected_in_log = '/WordPress database error/';
		Site::php( '$wpdb->query( "RENAME TABLE " . \AuthGate\Schema::log() . " TO kept_aside" );' );
		try {
			self::assertStringContainsString( 'Missing in the database: wp_authgate_log', html_entity_decode( $admin->page( self::PAGE . '&tab=health' )->body ) );
			self::assertStringContainsString( 'Missing in the database', $admin->page( '/wp-admin/index.php' )->body );
			Site::php( '( new \AuthGate\Schema() )->activate();' );
			self::assertSame( array(), Site::php( 'return \AuthGate\Schema::missing();' ) );
		} finally {
			Site::php( '$wpdb->query( "DROP TABLE IF EXISTS " . \AuthGate\Schema::log() ); $wpdb->query( "RENAME TABLE kept_aside TO " . \AuthGate\Schema::log() );' );
		}
		self::assertStringNotContainsString( 'Missing in the database', $admin->page( self::PAGE . '&tab=health' )->body );
	}

	public function test_tables_that_could_not_be_made_are_made_by_a_later_request(): void {
		$this->expected_in_log = '/WordPress database error/';
		Site::php( '$wpdb->query( "RENAME TABLE " . \AuthGate\Schema::log() . " TO kept_aside" ); delete_option( \AuthGate\Schema::VERSION_OPTION );' );
		try {
			$this->must_use( 'no-tables', 'add_filter( "dbdelta_create_queries", "__return_empty_array" );' );
			self::assertSame( array( 'wp_authgate_log' ), Site::php( 'return \AuthGate\Schema::missing();' ) );
			Site::must_use( 'no-tables', null );
			self::assertSame( array(), Site::php( 'return \AuthGate\Schema::missing();' ) );
		} finally {
			Site::php( '$wpdb->query( "DROP TABLE IF EXISTS " . \AuthGate\Schema::log() ); $wpdb->query( "RENAME TABLE kept_aside TO " . \AuthGate\Schema::log() );' );
		}
	}

	public function test_p62_an_erasure_forgets_where_somebody_has_logged_in_and_what_he_did_to_others(): void {
		$account = Site::account();
		$this->settings( array( 'limit_account' => 1 ) );
		$this->token( $account );
		$home = $this->from;
		foreach ( array( 401, 429 ) as $status ) {
			$this->from = self::new_address();
			self::assertSame( $status, $this->login( $account['name'], 'guess' )->status );
		}
		$this->from = $home;
		$this->token( $account );
		$left = Site::php(
			'( new \AuthGate\Parts() )->log->record( "session_revoked", array( "user_id" => 1, "detail" => "by user $in[id]" ) );
			$e = apply_filters( "wp_privacy_personal_data_erasers", array() );
			call_user_func( $e["authgate"]["callback"], $in["email"], 1 );
			return $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM " . \AuthGate\Schema::log() . " WHERE detail = %s", "by user $in[id]" ) );',
			$account
		);
		self::assertSame( '0', $left );
		self::assertSame( 429, $this->login( $account['name'], $account['password'] )->status, 'an address like any other' );
	}

	public function test_p62_a_persons_data_are_exported_and_erased(): void {
		$account = Site::account();
		$this->token( $account );
		$data = Site::php( '$e = apply_filters( "wp_privacy_personal_data_exporters", array() ); return call_user_func( $e["authgate"]["callback"], $in, 1 );', $account['email'] );
		self::assertTrue( $data['done'] );
		self::assertStringContainsString( $this->from, json_encode( $data ) );
		$done = Site::php( '$e = apply_filters( "wp_privacy_personal_data_erasers", array() ); return call_user_func( $e["authgate"]["callback"], $in, 1 );', $account['email'] );
		self::assertTrue( $done['items_removed'] );
		$left = json_encode( Site::php( 'return array( $wpdb->get_results( "SELECT * FROM " . \AuthGate\Schema::log() ), $wpdb->get_results( "SELECT * FROM " . \AuthGate\Schema::sessions() ) );' ) );
		self::assertStringNotContainsString( $this->from, $left );
		self::assertStringNotContainsString( $account['name'], $left );
	}

	/**
	 * The keys there are.
	 */
	private function keys(): array {
		return array_column( Site::php( 'return ( new \AuthGate\Parts() )->api_keys->all();' ), 'name', 'id' );
	}

	/**
	 * The lifetime in force.
	 */
	private function token_minutes(): int {
		return Site::php( 'return ( new \AuthGate\Parts() )->settings->token_minutes();' );
	}

	/**
	 * The newest row of the log.
	 */
	private function log_size(): int {
		return Site::php( 'return (int) $wpdb->get_var( "SELECT MAX(id) FROM " . \AuthGate\Schema::log() );' );
	}
}
