<?php
/**
 * P17, P29, P32 and the network: in a network with the sites / and /two/.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * A token, a key and a limit are those of one site.
 */
final class MultisiteTest extends Gate_Test_Case {

	public function test_p17_both_sites_are_guarded_each_by_its_own_keys(): void {
		$account = $this->member_of_both();
		self::assert_refused( $this->login_at( '/two', $account, Site::key() ), '/two has no key yet', 'authgate_api_key_not_configured', 503 );
		$keys = array(
			''     => Site::key(),
			'/two' => $this->key_of_two(),
		);
		foreach ( $keys as $site => $key ) {
			self::assertNotSame( '', $this->login_at( $site, $account, $key )->token(), "$site, its own key" );
			foreach ( array_merge( array( null ), array_values( array_diff( $keys, array( $key ) ) ) ) as $wrong ) {
				self::assert_refused( $this->login_at( $site, $account, $wrong ), "$site, no key or the other site's", 'authgate_api_key_invalid', 401 );
			}
		}
	}

	public function test_p29_a_user_marked_as_spam_is_refused(): void {
		$account = $this->member_of_both();
		$token   = $this->login_at( '', $account, Site::key() )->token();
		$this->assert_token_holds( $token, 'before' );
		Site::php( 'update_user_status( $in, "spam", 1 );', $account['id'] );
		$this->assert_token_refused( $token, 'spammer' );
		self::assert_refused( $this->login_at( '', $account, Site::key() ), 'login of a spammer' );
	}

	public function test_p29_on_a_site_that_is_archived_deleted_or_spam_no_token_holds(): void {
		$account = $this->member_of_both();
		$key     = $this->key_of_two();
		$token   = $this->login_at( '/two', $account, $key )->token();
		foreach ( array( 'archived', 'spam', 'deleted' ) as $status ) {
			Site::php( 'update_blog_status( get_blog_id_from_url( $_SERVER["HTTP_HOST"], "/two/" ), $in, "1" );', $status );
			try {
				self::assertNotSame( 200, $this->me_at( '/two', $token, $key )->status, $status );
				self::assertFalse( $this->login_at( '/two', $account, $key )->has_a_token(), $status );
			} finally {
				Site::php( 'update_blog_status( get_blog_id_from_url( $_SERVER["HTTP_HOST"], "/two/" ), $in, "0" );', $status );
			}
		}
		self::assertSame( 200, $this->me_at( '/two', $token, $key )->status, 'the site is back' );
	}

	public function test_p32_a_token_of_one_site_is_refused_by_the_other(): void {
		$account = $this->member_of_both();
		$key     = $this->key_of_two();
		$one     = $this->login_at( '', $account, Site::key() )->token();
		$two     = $this->login_at( '/two', $account, $key )->token();
		self::assertSame( 200, $this->me_at( '', $one, Site::key() )->status );
		self::assertSame( 200, $this->me_at( '/two', $two, $key )->status );
		self::assert_refused( $this->me_at( '/two', $one, $key ), 'token of / at /two' );
		self::assert_refused( $this->me_at( '', $two, Site::key() ), 'token of /two at /' );
		self::assert_refused( $this->validate_at( '/two', $one, $key ), 'token of / at /two' );
		self::assert_refused( $this->validate_at( '', $two, Site::key() ), 'token of /two at /' );
	}

	public function test_p32_a_user_who_is_removed_from_a_site_is_out_there_and_nowhere_else(): void {
		$account = $this->member_of_both();
		$key     = $this->key_of_two();
		$one     = $this->login_at( '', $account, Site::key() )->token();
		$two     = $this->login_at( '/two', $account, $key )->token();
		Site::php( 'remove_user_from_blog( $in, get_blog_id_from_url( $_SERVER["HTTP_HOST"], "/two/" ) );', $account['id'] );
		self::assert_refused( $this->me_at( '/two', $two, $key ), 'removed' );
		self::assert_refused( $this->validate_at( '/two', $two, $key ), 'removed' );
		self::assert_refused( $this->login_at( '/two', $account, $key ), 'login of somebody who is no member' );
		self::assertSame( 200, $this->me_at( '', $one, Site::key() )->status );
	}

	public function test_p32_a_user_leaves_a_site_that_has_seen_no_request_yet(): void {
		$account = $this->member_of_both();
		Site::php(
			'$site = wpmu_create_blog( $_SERVER["HTTP_HOST"], "/four/", "Four", 1 );
			add_user_to_blog( $site, $in, "author" );
			remove_user_from_blog( $in, $site );',
			$account['id']
		);
		self::assertSame( '', implode( "\n", preg_grep( '/database error/', explode( "\n", Site::debug_log() ) ) ) );
	}

	public function test_a_site_that_is_deleted_takes_its_tables_along(): void {
		$tables = Site::php(
			'require_once ABSPATH . "wp-admin/includes/ms.php";
			$site = wpmu_create_blog( $_SERVER["HTTP_HOST"], "/three/", "Three", 1 );
			switch_to_blog( $site ); ( new \AuthGate\Schema() )->activate(); restore_current_blog();
			$count = static function () use ( $wpdb, $site ) { return $wpdb->get_col( $wpdb->prepare( "SHOW TABLES LIKE %s", $wpdb->esc_like( $wpdb->get_blog_prefix( $site ) . "authgate_" ) . "%" ) ); };
			$before = $count();
			wpmu_delete_blog( $site, true );
			return array( count( $before ), $count(), count( $wpdb->get_col( "SHOW TABLES LIKE \'" . $wpdb->esc_like( \AuthGate\Schema::keys() ) . "\'" ) ) );'
		);
		self::assertSame( array( 4, array(), 1 ), $tables, 'tables before, afterwards, and of the main site' );
	}

	public function test_the_network_admin_says_where_the_settings_are_and_shows_no_sessions_of_one_site_only(): void {
		$account = $this->member_of_both();
		$this->login_at( '', $account, Site::key() );
		$admin = Admin::login();
		self::assertStringContainsString( 'Every site has keys, settings and sessions of its own', $admin->page( '/wp-admin/network/plugins.php' )->body );
		self::assertStringContainsString( 'authgate-sessions', $admin->page( "/wp-admin/user-edit.php?user_id={$account['id']}" )->body );
		self::assertStringNotContainsString( 'authgate-sessions', $admin->page( "/wp-admin/network/user-edit.php?user_id={$account['id']}" )->body );
	}

	public function test_p27_a_user_deleted_from_the_network_is_out_everywhere(): void {
		$account = $this->member_of_both();
		$key     = $this->key_of_two();
		$one     = $this->login_at( '', $account, Site::key() )->token();
		$two     = $this->login_at( '/two', $account, $key )->token();
		Site::php( 'wpmu_delete_user( $in );', $account['id'] );
		self::assert_refused( $this->me_at( '', $one, Site::key() ), 'deleted' );
		self::assert_refused( $this->me_at( '/two', $two, $key ), 'deleted' );
	}

	public function test_limits_are_those_of_one_site(): void {
		$account = $this->member_of_both();
		$key     = $this->key_of_two();
		for ( $guess = 0; $guess < 6; $guess++ ) {
			$last = $this->login_at( '', array( 'password' => 'guess' ) + $account, Site::key() );
		}
		self::assertSame( 429, $last->status );
		self::assertSame( 401, $this->login_at( '/two', array( 'password' => 'guess' ) + $account, $key )->status );
	}

	/**
	 * An account that is an author of both sites.
	 */
	private function member_of_both(): array {
		$account = Site::account();
		Site::php( 'add_user_to_blog( get_blog_id_from_url( $_SERVER["HTTP_HOST"], "/two/" ), $in, "author" );', $account['id'] );
		return $account;
	}

	/**
	 * A key of the second site, made once.
	 */
	private function key_of_two(): string {
		static $key = null;
		if ( null === $key ) {
			Http::send( Site::url() . '/two/?rest_route=/&_fields=name' ); // Its tables come with its first request.
			$key = Site::php( 'switch_to_blog( get_blog_id_from_url( $_SERVER["HTTP_HOST"], "/two/" ) ); return ( new \AuthGate\Parts() )->api_keys->create( "two" )["key"];' );
		}
		return $key;
	}

	private function login_at( string $site, array $account, ?string $key ): Answer {
		$body = http_build_query( array( 'username' => $account['name'], 'password' => $account['password'] ) );
		return $this->send( "$site/?rest_route=/jwt-auth/v1/token", 'POST', array( 'X-API-KEY' => $key, 'Content-Type' => 'application/x-www-form-urlencoded' ), $body );
	}

	private function validate_at( string $site, string $token, string $key ): Answer {
		return $this->send( "$site/?rest_route=/jwt-auth/v1/token/validate", 'POST', array( 'X-API-KEY' => $key, 'Authorization' => "Bearer $token" ) );
	}

	private function me_at( string $site, string $token, string $key ): Answer {
		return $this->send( "$site/?rest_route=/wp/v2/users/me&context=edit", 'GET', array( 'X-API-KEY' => $key, 'Authorization' => "Bearer $token" ) );
	}
}
