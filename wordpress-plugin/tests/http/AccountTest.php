<?php
/**
 * P27–P35: whose token it is.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * A token holds as long as its very account may log in, and no longer; wherever it is read.
 */
final class AccountTest extends Gate_Test_Case {

	public function test_p27_the_token_of_a_deleted_account_is_refused(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		$this->assert_token_holds( $token, 'before' );
		Site::php( 'wp_delete_user( $in );', $account['id'] );
		$this->assert_token_refused( $token, 'deleted' );
	}

	public function test_p27_an_account_that_is_gone_from_the_data_base_is_gone(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		Site::php( '$wpdb->delete( $wpdb->users, array( "ID" => $in ) ); clean_user_cache( $in );', $account['id'] );
		$this->assert_token_refused( $token, 'no such row' );
		self::assert_refused( $this->validate( $token ), 'no such row', 'authgate_session_revoked', 401 );
	}

	public function test_p27_another_account_with_the_same_number_is_not_the_same_account(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		// An import, say: the row is another, and WordPress has told nobody.
		Site::php( '$wpdb->update( $wpdb->users, array( "user_login" => "somebody-else" ), array( "ID" => $in ) ); clean_user_cache( $in );', $account['id'] );
		$this->assert_token_refused( $token, 'the number belongs to somebody else' );
	}

	public function test_p28_a_token_ends_when_its_user_has_no_role_left(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		Site::php( '( new WP_User( $in ) )->set_role( "" );', $account['id'] );
		$this->assert_token_refused( $token, 'no role' );
		self::assert_refused( $this->login( $account['name'], $account['password'] ), 'login', 'authgate_role_refused', 403 );
	}

	public function test_p28_a_token_ends_when_its_role_is_not_permitted_any_more(): void {
		$account = Site::account( 'contributor' );
		$editor  = Site::account( 'editor' );
		$token   = $this->token( $account );
		$this->settings( array( 'limit_roles' => true, 'roles' => array( 'editor', 'administrator' ) ) );
		$this->assert_token_refused( $token, 'role not permitted' );
		self::assert_refused( $this->login( $account['name'], $account['password'] ), 'login', 'authgate_role_refused', 403 );
		$this->assert_token_holds( $this->token( $editor ), 'a permitted role' );
	}

	public function test_p28_validate_tells_the_roles_and_capabilities_of_now(): void {
		$account = Site::account( 'editor' );
		$token   = $this->token( $account );
		$user    = self::user_of( $this->validate( $token ) );
		self::assertSame( array( 'editor' ), $user['roles'] );
		self::assertContains( 'edit_others_posts', self::capabilities( $user ) );
		Site::php( '( new WP_User( $in ) )->set_role( "subscriber" );', $account['id'] );
		$user = self::user_of( $this->validate( $token ) );
		self::assertSame( array( 'subscriber' ), $user['roles'] );
		self::assertNotContains( 'edit_others_posts', self::capabilities( $user ) );
	}

	public function test_validate_tells_who_it_is(): void {
		$account = Site::account( 'editor' );
		$token   = $this->token( $account );
		$answer  = $this->validate( $token );
		$user    = self::user_of( $answer );
		self::assertSame( (string) $account['id'], (string) $user['id'], (string) $answer );
		self::assertContains( $account['email'], $user, (string) $answer );
		self::assertContains( 'Name of ' . $account['name'], $user, (string) $answer );
		self::assertStringContainsString( (string) Forge::part( $token, 1 )['exp'], $answer->body, 'the expiry' );
	}

	public function test_p29_a_plugin_that_blocks_an_account_keeps_its_veto(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		$this->must_use(
			'veto',
			'add_filter( "wp_authenticate_user", function ( $user ) {
				return is_a( $user, "WP_User" ) && "' . $account['name'] . '" === $user->user_login ? new WP_Error( "blocked_by_lab", "<b>Blocked</b>" ) : $user;
			} );'
		);
		self::assert_refused( $this->login( $account['name'], $account['password'] ), 'blocked', 'authgate_account_refused', 403 );
		self::assert_refused( $this->validate( $token ), 'a token from before', 'authgate_account_refused', 403 );
		self::assert_refused( $this->me( $token ), 'a token from before', 'authgate_account_refused', 403 );
	}

	public function test_p29_a_blocked_account_gets_no_answer_that_a_wrong_password_would_not_get(): void {
		$account = Site::account();
		$this->must_use(
			'veto',
			'add_filter( "wp_authenticate_user", function ( $user ) {
				return is_a( $user, "WP_User" ) && "' . $account['name'] . '" === $user->user_login ? new WP_Error( "blocked_by_lab", "Blocked" ) : $user;
			} );'
		);
		$blocked = $this->login( $account['name'], 'wrong' );
		$unknown = $this->login( 'nobody-of-that-name', 'wrong' );
		self::assertSame( array( $unknown->status, $unknown->body ), array( $blocked->status, $blocked->body ) );
	}

	/**
	 * @dataProvider password_changes
	 */
	public function test_p30_after_a_change_of_the_password_no_older_token_holds( string $change ): void {
		$account = Site::account();
		$token   = $this->token( $account );
		Site::php( $change, $account['id'] );
		$this->assert_token_refused( $token, $change );
		$account['password'] = 'changed-1';
		$this->assert_token_holds( $this->token( $account ), 'a new one' );
	}

	public static function password_changes(): array {
		return array(
			'wp_set_password'  => array( 'wp_set_password( "changed-1", $in );' ),
			'reset_password'   => array( 'reset_password( new WP_User( $in ), "changed-1" );' ),
			'wp_update_user'   => array( 'wp_update_user( array( "ID" => $in, "user_pass" => "changed-1" ) );' ),
			'in the data base' => array( '$wpdb->update( $wpdb->users, array( "user_pass" => wp_hash_password( "changed-1" ) ), array( "ID" => $in ) ); clean_user_cache( $in );' ),
		);
	}

	public function test_p30_the_same_password_set_again_also_ends_older_tokens(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		Site::php( 'wp_set_password( $in["password"], $in["id"] );', $account );
		$this->assert_token_refused( $token, 'set again' );
	}

	public function test_p31_logout_revokes_this_token_and_no_other(): void {
		$account = Site::account();
		$first   = $this->token( $account );
		$second  = $this->token( $account );
		self::assertNotSame( $first, $second, 'two logins in one second are two sessions' );
		$answer = $this->send( self::LOGOUT, 'POST', array( 'Authorization' => "Bearer $first" ) );
		self::assertContains( $answer->status, array( 200, 204 ), (string) $answer );
		$this->assert_token_refused( $first, 'logged out' );
		$this->assert_token_holds( $second, 'the other session' );
		$answer = $this->send( self::LOGOUT, 'POST', array( 'Authorization' => "Bearer $first" ) );
		self::assertLessThan( 500, $answer->status, 'logging out twice' );
	}

	public function test_p31_logout_needs_a_key_and_a_token_and_a_post(): void {
		$token = $this->token( Site::account() );
		self::assert_refused( $this->send( self::LOGOUT, 'POST', array( 'Authorization' => "Bearer $token", 'X-API-KEY' => null ) ), 'no key', 'authgate_api_key_invalid', 401 );
		self::assert_refused( $this->send( self::LOGOUT, 'POST' ), 'no token' );
		self::assert_refused( $this->send( self::LOGOUT, 'POST', array( 'Authorization' => 'Bearer a.b.c' ) ), 'bad token' );
		self::assert_refused( $this->send( self::LOGOUT, 'GET', array( 'Authorization' => "Bearer $token" ) ), 'GET' );
		$this->assert_token_holds( $token, 'after all that' );
	}

	public function test_p31_log_everyone_out_ends_all_tokens_with_the_next_request(): void {
		$tokens = array( $this->token( Site::account() ), $this->token( Site::account() ) );
		Site::php( '( new \AuthGate\Parts() )->sessions->end_all();' );
		foreach ( $tokens as $token ) {
			$this->assert_token_refused( $token, 'everyone out' );
		}
		$this->assert_token_holds( $this->token( Site::account() ), 'a new login' );
	}

	public function test_p31_logging_one_user_out_leaves_the_others(): void {
		$one   = Site::account();
		$other = Site::account();
		$ended = array( $this->token( $one ), $this->token( $one ) );
		$stays = $this->token( $other );
		Site::php( '( new \AuthGate\Parts() )->sessions->end_all_of( $in );', $one['id'] );
		foreach ( $ended as $token ) {
			$this->assert_token_refused( $token, 'one user out' );
		}
		$this->assert_token_holds( $stays, 'another user' );
	}

	public function test_p31_a_new_secret_ends_all_tokens(): void {
		$token = $this->token( Site::account() );
		$after = 'own' === Site::issuer() ? array() : array( 'JWT_AUTH_SECRET_KEY' => 'only-the-lab-signs-with-this-0123456789' );
		$this->constants( array( 'JWT_AUTH_SECRET_KEY' => 'rotated, and again longer than 32 bytes' ), $after );
		$this->assert_token_refused( $token, 'secret rotated' );
	}

	public function test_p31_a_user_has_50_sessions_at_most_and_the_oldest_ends(): void {
		$account = Site::account( 'subscriber' );
		$first   = $this->token( $account );
		$counts  = Site::php(
			'$sessions = ( new \AuthGate\Parts() )->sessions;
			$wpdb->query( $wpdb->prepare( "UPDATE " . \AuthGate\Schema::sessions() . " SET created = created - 10 WHERE user_id = %d", $in ) );
			for ( $login = 2; $login <= 50; $login++ ) {
				$newest = $sessions->open( $in, time() + 600, "test" );
			}
			return array( count( $sessions->of_user( $in ) ), null !== $sessions->find( $newest ) );',
			$account['id']
		);
		self::assertSame( array( 50, true ), $counts );
		$this->assert_token_holds( $first, 'the first of 50' );
		$last = $this->token( $account );
		$this->assert_token_refused( $first, 'the first of 51' );
		$this->assert_token_holds( $last, 'the last of 51' );
		self::assertSame( 50, Site::php( 'return count( ( new \AuthGate\Parts() )->sessions->of_user( $in ) );', $account['id'] ) );
	}

	public function test_p31_a_revoked_session_has_the_code_of_a_revoked_session(): void {
		$token = $this->token( Site::account() );
		$this->send( self::LOGOUT, 'POST', array( 'Authorization' => "Bearer $token" ) );
		self::assert_refused( $this->validate( $token ), 'revoked', 'authgate_session_revoked', 401 );
		self::assert_refused( $this->me( $token ), 'revoked', 'authgate_session_revoked', 401 );
	}

	public function test_an_expired_token_has_the_code_of_an_expired_token(): void {
		$token = Forge::change( $this->token( Site::account() ), array( 'exp' => time() - 600 ) );
		self::assert_refused( $this->validate( $token ), 'expired', 'authgate_token_expired', 401 );
	}

	public function test_p33_an_application_password_does_not_log_in(): void {
		$account = Site::account();
		$secret  = $this->application_password( $account );
		self::assert_refused( $this->login( $account['name'], $secret[0] ), 'application password', 'authgate_invalid_credentials', 401 );
	}

	public function test_p33_where_it_is_allowed_the_token_ends_with_the_application_password(): void {
		$account = Site::account();
		$secret  = $this->application_password( $account );
		$this->settings( array( 'allow_application_passwords' => true ) );
		$account['password'] = $secret[0];
		$token               = $this->token( $account );
		$this->assert_token_holds( $token, 'allowed' );
		Site::php( 'WP_Application_Passwords::delete_application_password( $in[0], $in[1] );', array( $account['id'], $secret[1] ) );
		$this->assert_token_refused( $token, 'application password revoked' );
	}

	/**
	 * @dataProvider second_factors
	 */
	public function test_p34_a_second_factor_plugin_keeps_its_veto( string $code, int $priority ): void {
		$account = Site::account();
		$this->must_use(
			'second-factor',
			'add_filter( "authenticate", function ( $user ) {
				return is_a( $user, "WP_User" ) && "' . $account['name'] . '" === $user->user_login ? new WP_Error( "' . $code . '", "A <b>second</b> step." ) : $user;
			}, ' . $priority . ' );'
		);
		$answer = $this->login( $account['name'], $account['password'] );
		self::assert_refused( $answer, $code, null, 403 );
		self::assertContains( $answer->code(), array( 'authgate_second_factor_required', 'authgate_account_refused' ), (string) $answer );
	}

	public static function second_factors(): array {
		return array(
			'Two-Factor'       => array( 'invalid_application_credentials', 31 ),
			'another'          => array( 'two_factor_required', 50 ),
			'a late one'       => array( 'otp_missing', 1000 ),
			'an empty code'    => array( '', 99 ),
		);
	}

	public function test_p35_a_cookie_and_a_token_of_two_people_are_never_mixed(): void {
		$account = Site::account( 'subscriber' );
		$token   = $this->token( $account );
		$admin   = Admin::login();
		$answer  = $this->me( $token, array( 'Cookie' => $admin->cookies() ) );
		if ( 200 === $answer->status ) {
			self::assertSame( $account['id'], $answer->json()['id'], 'the token rules' );
		} else {
			self::assert_refused( $answer );
		}
		$answer = $this->send( '/wp-admin/users.php', 'GET', array( 'Authorization' => "Bearer $token", 'Cookie' => $admin->cookies() ) );
		self::assertStringNotContainsString( 'name="users[]"', $answer->body, 'the administrator\'s page for a subscriber\'s token' );
	}

	public function test_p35_a_bad_token_does_not_fall_back_to_the_cookie(): void {
		$admin  = Admin::login();
		$answer = $this->me( 'a.b.c', array( 'Cookie' => $admin->cookies() ) );
		self::assert_refused( $answer );
	}

	public function test_p35_on_no_page_does_a_refused_token_leave_its_sender_who_the_cookie_says(): void {
		$admin = Admin::login();
		$this->must_use( 'who', 'add_action( "init", function () { header( "X-Who: " . get_current_user_id() ); } );' );
		$who = function ( string $page, ?string $token ) use ( $admin ): string {
			$bearer = null === $token ? array() : array( 'Authorization' => "Bearer $token" );
			return $this->send( $page, 'GET', $bearer + array( 'Cookie' => $admin->cookies() ) )->header( 'X-Who' );
		};
		$account = Site::account( 'subscriber' );
		$token   = $this->token( $account );
		foreach ( array( '/', '/wp-login.php', '/wp-admin/admin-ajax.php?action=x', '/?rest_route=/' ) as $page ) {
			self::assertSame( '1', $who( $page, null ), "$page: the cookie alone" );
			self::assertSame( (string) $account['id'], $who( $page, $token ), "$page: the token rules" );
			self::assertSame( '0', $who( $page, Forge::change( $token, array( 'exp' => 1 ) ) ), "$page: a refused token" );
		}
	}

	public function test_a_token_is_bound_to_its_address_only_where_that_is_switched_on(): void {
		$token      = $this->token( Site::account() );
		$this->from = self::new_address();
		$this->assert_token_holds( $token, 'from another address' );
		$this->settings( array( 'bind_address' => true ) );
		$token = $this->token( Site::account() );
		$this->assert_token_holds( $token, 'from the same address' );
		$this->from = self::new_address();
		$this->assert_token_refused( $token, 'from another address' );
	}

	/**
	 * Makes an application password, also without HTTPS.
	 *
	 * @param array $account The account.
	 * @return array{string, string} The password, its UUID.
	 */
	private function application_password( array $account ): array {
		$this->must_use( 'application-passwords', 'add_filter( "wp_is_application_passwords_available", "__return_true" );' );
		return Site::php( '$made = WP_Application_Passwords::create_new_application_password( $in, array( "name" => "lab" ) ); return array( $made[0], $made[1]["uuid"] );', $account['id'] );
	}

	/**
	 * The user of a validate answer.
	 *
	 * @param Answer $answer The answer.
	 */
	private static function user_of( Answer $answer ): array {
		$json = $answer->json();
		self::assertSame( 200, $answer->status, (string) $answer );
		return $json['data']['user'] ?? $json['user'] ?? $json['data'];
	}

	/**
	 * The capabilities that a user has.
	 *
	 * @param array $user From user_of().
	 */
	private static function capabilities( array $user ): array {
		$capabilities = $user['capabilities'];
		return isset( $capabilities[0] ) ? $capabilities : array_keys( array_filter( $capabilities ) );
	}
}
