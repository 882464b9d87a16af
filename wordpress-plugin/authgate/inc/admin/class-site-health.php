<?php
/**
 * The test in Tools → Site Health.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Says there what the tab "Health" says, as one test.
 */
final class Site_Health {

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

	/**
	 * Adds the test.
	 *
	 * @param array $tests All tests.
	 */
	public function filter_site_status_tests( $tests ): array {
		$tests                       = (array) $tests;
		$tests['direct']['authgate'] = array(
			'label' => 'AuthGate',
			'test'  => array( $this, 'test' ),
		);
		return $tests;
	}

	/**
	 * The test. The Authorization header is left to WordPress's own test of it, which does not hold up the page.
	 */
	public function test(): array {
		$problems = array();
		foreach ( $this->health->local_checks() as list( $label, $state, $text ) ) {
			if ( Health::BAD === $state ) {
				$problems[] = sprintf( '<li><strong>%s:</strong> %s</li>', esc_html( $label ), esc_html( $text ) );
			}
		}
		return array(
			'label'       => $problems
				? __( 'Applications cannot log in through AuthGate', 'authgate' )
				: __( 'Applications can log in through AuthGate', 'authgate' ),
			'status'      => $problems ? 'critical' : 'good',
			'badge'       => array(
				'label' => __( 'Security', 'authgate' ),
				'color' => 'blue',
			),
			'description' => $problems
				? '<ul>' . implode( '', $problems ) . '</ul>'
				: '<p>' . esc_html__( 'There is a key, and tokens are signed with a good secret.', 'authgate' ) . '</p>',
			'actions'     => sprintf( '<p><a href="%s">%s</a></p>', esc_url( Settings_Page::url( 'health' ) ), esc_html__( 'All checks', 'authgate' ) ),
			'test'        => 'authgate',
		);
	}
}
