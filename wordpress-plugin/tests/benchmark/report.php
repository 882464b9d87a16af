<?php
/**
 * A must-use plugin of the benchmark: each answer says how many queries it took, and how much of the processor this
 * process has used since it started.
 */

add_filter(
	'rest_pre_serve_request',
	function ( $served ) {
		$used = getrusage();
		header( 'X-Queries: ' . $GLOBALS['wpdb']->num_queries );
		header( 'X-Processor: ' . ( 1000000 * ( $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] ) + $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'] ) );
		return $served;
	},
	PHP_INT_MAX
);
