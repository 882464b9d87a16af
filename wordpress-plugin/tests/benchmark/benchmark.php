<?php
/**
 * php benchmark.php ROUNDS: asks two sites in turn, one with and one without AuthGate, and prints medians as Markdown.
 *
 * Run by the script beside it, which sets AUTHGATE_BENCHMARK_WITHOUT, …_WITH (addresses) and …_KEY.
 */

namespace AuthGate\Tests;

require dirname( __DIR__ ) . '/http/class-answer.php';
require dirname( __DIR__ ) . '/http/class-http.php';

/**
 * The middle of some numbers.
 *
 * @param float[] $values The numbers.
 * @param float   $part   0.5 for the middle.
 */
function quantile( array $values, float $part ): float {
	sort( $values );
	return $values[ (int) floor( $part * ( count( $values ) - 1 ) ) ];
}

/**
 * Asks once.
 *
 * @param array $request Arguments of Http::send().
 * @return array{ms: float, processor: int, queries: int}
 */
function ask( array $request ): array {
	$begin  = hrtime( true );
	$answer = Http::send( ...$request );
	$taken  = ( hrtime( true ) - $begin ) / 1e6;
	if ( 200 !== $answer->status ) {
		exit( "Not answered: $answer\n" );
	}
	return array(
		'ms'        => $taken,
		'processor' => (int) $answer->header( 'X-Processor' ),
		'queries'   => (int) $answer->header( 'X-Queries' ),
	);
}

$sites    = array(
	'without' => getenv( 'AUTHGATE_BENCHMARK_WITHOUT' ),
	'with'    => getenv( 'AUTHGATE_BENCHMARK_WITH' ),
);
$key      = array( 'X-API-KEY' => getenv( 'AUTHGATE_BENCHMARK_KEY' ) );
$requests = array();
foreach ( $sites as $name => $url ) {
	$login  = Http::send( "$url/wp-json/jwt-auth/v1/token", 'POST', $key + array( 'Content-Type' => 'application/json' ), '{"username":"sam","password":"sam-pass-1"}' );
	$bearer = $key + array( 'Authorization' => 'Bearer ' . $login->token() );

	$requests['POST token/validate'][ $name ]              = array( "$url/wp-json/jwt-auth/v1/token/validate", 'POST', $bearer );
	$requests['GET wp/v2/users/me, with the token'][ $name ] = array( "$url/wp-json/wp/v2/users/me", 'GET', $bearer );
	$requests['GET wp/v2/types, unguarded'][ $name ]       = array( "$url/wp-json/wp/v2/types", 'GET' );
}

$rounds  = (int) $argv[1];
$samples = array();
for ( $round = -20; $round < $rounds; $round++ ) { // The first ones warm the caches.
	foreach ( $requests as $what => $both ) {
		foreach ( 0 === $round % 2 ? $both : array_reverse( $both ) as $name => $request ) {
			$before = ask( $request ); // What the process used until here is not this request's.
			$sample = ask( $request );
			if ( $round >= 0 ) {
				$samples[ $what ][ $name ]['ms'][]        = $sample['ms'];
				$samples[ $what ][ $name ]['processor'][] = ( $sample['processor'] - $before['processor'] ) / 1000;
				$samples[ $what ][ $name ]['queries'][]   = $sample['queries'];
			}
		}
	}
}

echo "| $rounds rounds, medians and middle halves | without AuthGate | with AuthGate | ratio in the same round | queries |\n|---|---|---|---|---|\n";
foreach ( $samples as $what => $both ) {
	foreach ( array( 'ms' => 'ms', 'processor' => 'ms of the processor' ) as $measure => $unit ) {
		$ratios = array_map(
			static function ( float $with, float $without ): float {
				return $with / max( 0.001, $without );
			},
			$both['with'][ $measure ],
			$both['without'][ $measure ]
		);
		$cell   = static function ( array $values ): string {
			return sprintf( '%.2f (%.2f–%.2f)', quantile( $values, 0.5 ), quantile( $values, 0.25 ), quantile( $values, 0.75 ) );
		};
		printf(
			"| %s, %s | %s | %s | **%s** | %s |\n",
			$what,
			$unit,
			$cell( $both['without'][ $measure ] ),
			$cell( $both['with'][ $measure ] ),
			$cell( $ratios ),
			'ms' === $measure ? quantile( $both['without']['queries'], 0.5 ) . ' → ' . quantile( $both['with']['queries'], 0.5 ) : ''
		);
	}
}
