<?php
/**
 * R18: the data base dies.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Kills the lab's own data base. Needs a lab that runs on MariaDB.
 */
final class FaultsTest extends Gate_Test_Case {

	public function test_r18_with_the_data_base_gone_there_is_no_token_and_no_user_and_json_says_so(): void {
		Site::php( '$wpdb->query( "SET GLOBAL innodb_flush_log_at_trx_commit = 1" );' ); // The lab's default forgets the last second.
		$account = Site::account();
		$token   = $this->token( $account );
		$this->data_base( 'kill' );
		try {
			foreach ( array( $this->login( $account['name'], $account['password'] ), $this->validate( $token ), $this->me( $token ) ) as $answer ) {
				self::assertFalse( $answer->has_a_token(), (string) $answer );
				self::assertGreaterThanOrEqual( 500, $answer->status, (string) $answer );
				self::assertNotSame( '', $answer->code(), (string) $answer );
				self::assertStringNotContainsString( $account['email'], $answer->body );
			}
		} finally {
			$this->data_base( 'start' );
		}
		$this->expected_in_log = '/mysqli|database error|Stack trace|^#|thrown in/i';
		$this->assert_token_holds( $token, 'the data base is back' );
	}

	public function test_r18_a_read_only_data_base_opens_nothing(): void {
		$account = Site::account();
		$token   = $this->token( $account );
		Site::php( '$wpdb->query( "FLUSH TABLES WITH READ LOCK" ); $wpdb->query( "SET GLOBAL read_only = 1" ); $wpdb->query( "UNLOCK TABLES" );
			$wpdb->query( "CREATE USER IF NOT EXISTS reader@localhost" ); $wpdb->query( "GRANT SELECT ON wordpress.* TO reader@localhost" );' );
		$this->must_use( 'reader', '$wpdb = $GLOBALS["wpdb"]; mysqli_change_user( $wpdb->dbh, "reader", "", "wordpress" );' );
		try {
			$answer = $this->login( $account['name'], $account['password'] );
			self::assertFalse( $answer->has_a_token(), (string) $answer );
			self::assertSame( 503, $answer->status, (string) $answer );
			self::assertNotSame( 200, $this->login( $account['name'], 'wrong' )->status );
			self::assertStringContainsString( '"limits_work":false', $this->send( '/wp-json/authgate/v1/status' )->body, 'the doctor is told' );
			self::assertLessThan( 600, $this->validate( $token )->status );
		} finally {
			Site::must_use( 'reader', null );
			Site::php( '$wpdb->query( "SET GLOBAL read_only = 0" );' );
		}
		$this->expected_in_log = '/WordPress database error/';
	}

	/**
	 * Kills or starts the data base of the lab.
	 *
	 * @param string $what kill or start.
	 */
	private function data_base( string $what ): void {
		$pid = Site::dir() . '/database.pid';
		if ( 'kill' === $what ) {
			exec( 'kill -9 ' . (int) file_get_contents( $pid ) );
			@unlink( Site::dir() . '/database.sock' );
			return;
		}
		exec( escapeshellarg( dirname( __DIR__ ) . '/lab/wordpress' ) . ' database ' . escapeshellarg( '--dir=' . Site::dir() ), $output, $status );
		self::assertSame( 0, $status, implode( "\n", $output ) );
	}
}
