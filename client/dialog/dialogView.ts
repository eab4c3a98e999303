/** View type of the deploy dialog, as `activationEvents` of `package.json` names it. */
export const dialogView = 'xclarity.deployDialog';
