<?php
/**
 * The tab "Health".
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Shows whether the setup works, and lets the administrator's browser try the way that an application takes.
 */
final class Health_Tab implements Tab {

	/** @var Health */
	private $health;

	/**
	 * Takes the checks.
	 *
	 * @param Health $health The checks.
	 */
	public function __construct( Health $health ) {
		$this->health = $health;
	}

	public function slug(): string {
		return 'health';
	}

	public function title(): string {
		return __( 'Health', 'authgate' );
	}

	public function handle( string $action ): string {
		return '';
	}

	public function render(): void {
		$checks = $this->health->checks();
		$bad    = count( array_keys( array_column( $checks, 1 ), Health::BAD, true ) );
		echo '<h2>' . esc_html__( 'Can applications log in?', 'authgate' ) . '</h2><p>';
		echo esc_html(
			0 === $bad
				? __( 'Yes. Nothing stands in the way.', 'authgate' )
				/* translators: %d: number of problems. */
				: sprintf( _n( 'Not yet: there is %d problem.', 'Not yet: there are %d problems.', $bad, 'authgate' ), $bad )
		);
		echo '</p>';
		Table::render(
			__( 'What a login needs', 'authgate' ),
			array( __( 'Check', 'authgate' ), __( 'State', 'authgate' ), __( 'What it says', 'authgate' ) ),
			$this->rows( $checks ),
			''
		);
	}

	/**
	 * What a state is called.
	 *
	 * @param string $state One of Health's constants.
	 */
	public static function state( string $state ): string {
		$texts = array(
			Health::GOOD => __( 'Good', 'authgate' ),
			Health::NOTE => __( 'Note', 'authgate' ),
			Health::BAD  => __( 'Problem', 'authgate' ),
		);
		return $texts[ $state ];
	}

	private function rows( array $checks ): iterable {
		foreach ( $checks as $name => list( $label, $state, $text, $lines ) ) {
			yield array(
				$label,
				function () use ( $state ) {
					$icons = array(
						Health::GOOD => 'yes-alt',
						Health::NOTE => 'info',
						Health::BAD  => 'warning',
					);
					printf( '<span class="authgate-state authgate-%s"><span class="dashicons dashicons-%s" aria-hidden="true"></span> %s</span>', esc_attr( $state ), esc_attr( $icons[ $state ] ), esc_html( self::state( $state ) ) );
				},
				function () use ( $name, $text, $lines ) {
					echo esc_html( $text );
					foreach ( $lines as $index => $block ) {
						if ( $index > 0 ) {
							echo esc_html__( 'or, with PHP-FPM or CGI, shorter:', 'authgate' );
						}
						printf( '<pre class="authgate-code" tabindex="0">%s</pre>', esc_html( $block ) );
					}
					if ( 'authorization' === $name ) {
						$this->print_browser_probe();
					}
				},
			);
		}
	}

	/**
	 * Prints what the script needs to ask from the browser; without the script nothing is seen of it.
	 */
	private function print_browser_probe(): void {
		printf(
			' <span data-authgate-probe="%s" data-header="%s" data-arrives="%s" data-missing="%s" role="status"></span>',
			esc_url( Probe::url() ),
			esc_attr( Probe::header() ),
			esc_attr__( 'It arrives from this browser as well.', 'authgate' ),
			esc_attr__( 'From this browser it does not arrive: something between here and the site removes it.', 'authgate' )
		);
	}
}
