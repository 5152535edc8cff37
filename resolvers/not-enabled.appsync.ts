import { type Context, util } from '@aws-appsync/utils';

/**
 * The resolver of a root field that the stage disables. It refuses before any data source is called. The schema keeps
 * the field, so that documents that name it stay valid in every stage.
 */
export function request(ctx: Context) {
  const info = { cognito: null, retryable: false, field: null, requestId: null };
  return util.error(`\`${ctx.info.fieldName}\` is not enabled here.`, 'NOT_ENABLED', null, info);
}

/** AppSync requires it, but never calls it. */
export function response(ctx: Context) {
  return ctx.result;
}
