<?php
/**
 * One tab of Settings → AuthGate.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * What the settings page asks of a tab. The page itself sees to the capability and the nonce before it calls handle().
 */
interface Tab {

	/**
	 * The name in the address.
	 */
	public function slug(): string;

	/**
	 * The name that people read.
	 */
	public function title(): string;

	/**
	 * Carries out what a form of this tab asked for.
	 *
	 * @param string $action What to do, from the form.
	 * @return string The code of the message to show after a redirect, or '' to show the tab in this very answer.
	 */
	public function handle( string $action ): string;

	/**
	 * Prints the tab.
	 */
	public function render(): void;
}
