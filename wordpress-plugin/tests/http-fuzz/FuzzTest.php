<?php
/**
 * R15: random requests.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

require_once __DIR__ . '/class-fuzzer.php';

/**
 * AUTHGATE_FUZZ_REQUESTS, AUTHGATE_FUZZ_SECONDS and AUTHGATE_FUZZ_SEED bound and repeat it.
 */
final class FuzzTest extends Gate_Test_Case {

	private const AT_ONCE = 16;

	/** @var int How often WordPress has failed at a route of its own. */
	private $failures_of_wordpress = 0;

	public function test_random_requests_cause_no_fatal_no_notice_and_no_token_without_the_key(): void {
		$requests = (int) ( getenv( 'AUTHGATE_FUZZ_REQUESTS' ) ?: 2000 );
		$seconds  = (int) ( getenv( 'AUTHGATE_FUZZ_SECONDS' ) ?: 60 );
		$seed     = (int) ( getenv( 'AUTHGATE_FUZZ_SEED' ) ?: random_int( 1, 2000000000 ) );
		$account  = Site::account( 'editor' );
		$good     = $this->token( $account );
		$bad      = $this->token( Site::account() );
		$tokens   = array( $good, $good, Forge::change( $bad, array( 'exp' => 1 ) ), Forge::change( $bad, array( 'exp' => array() ) ), Forge::sign( '[]', '{}' ), Forge::sign( array( 'alg' => array( 'HS256' ) ), array() ), 'a.b.c', '...', '' );
		$fuzzer   = new Fuzzer( $seed, Site::key(), $tokens, $account );
		fwrite( STDERR, "fuzzer: seed $seed, at most $requests requests in $seconds seconds\n" );
		$statuses = array();
		$sent     = 0;
		for ( $until = microtime( true ) + $seconds; $sent < $requests && microtime( true ) < $until; $sent += self::AT_ONCE ) {
			$batch = array();
			$keyed = array();
			for ( $number = 0; $number < self::AT_ONCE; $number++ ) {
				list( $batch[], $keyed[] ) = $fuzzer->next( Site::url() );
			}
			foreach ( Http::together( $batch ) as $number => $answer ) {
				$statuses[ $answer->status ] = 1 + ( $statuses[ $answer->status ] ?? 0 );
				$this->judge( $answer, $batch[ $number ], $keyed[ $number ], $seed, $account );
			}
		}
		ksort( $statuses );
		fwrite( STDERR, "fuzzer: $sent requests, answers by status: " . json_encode( $statuses ) . ", $this->failures_of_wordpress failures of WordPress at its own routes\n" );
		self::assertGreaterThan( 100, $sent );
	}

	/**
	 * Asserts what holds for every answer.
	 *
	 * @param Answer $answer  The answer.
	 * @param array  $request The request.
	 * @param bool   $keyed   Whether the right key was in its header.
	 * @param int    $seed    The seed.
	 * @param array  $account The account whose password the fuzzer knows.
	 */
	private function judge( Answer $answer, array $request, bool $keyed, int $seed, array $account ): void {
		$gives_nothing = ! $answer->has_a_token( $request[0] ) && 'jwt_auth_valid_token' !== $answer->code() && false === strpos( $answer->body, $account['email'] );
		if ( $answer->status >= 100 && $answer->status < 500 && ( $keyed || $gives_nothing ) ) {
			return;
		}
		if ( 500 === $answer->status && $gives_nothing && ! self::asks_for_us( $request ) ) {
			++$this->failures_of_wordpress;
			$this->expected_in_log = '#^\[[^\]]+\] PHP Fatal error:  Uncaught .* in \S+/wp-includes/\S+$#'; // Not the lines below it, if they name AuthGate.
			return;
		}
		self::fail( "seed $seed: " . var_export( $request, true ) . "\n$answer" );
	}

	/**
	 * Tells whether a request could be for a route of ours, by the front door or in a batch.
	 *
	 * @param array $request The request.
	 */
	private static function asks_for_us( array $request ): bool {
		return (bool) preg_match( '#jwt.?auth|authgate|batch#i', rawurldecode( $request[0] ) . "\n" . $request[3] );
	}
}
