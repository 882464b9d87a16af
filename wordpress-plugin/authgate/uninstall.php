<?php
/**
 * Leaves nothing behind: no option, no table, no transient, on any site.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/inc/class-schema.php';
require_once __DIR__ . '/inc/class-uninstaller.php';

( new Uninstaller() )->run();
