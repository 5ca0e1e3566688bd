import { SCENES } from './scenes.ts';

/** Plays one scene in a folder that was prepared: `node play.ts SCENE FOLDER`. */
const [scene = '', folder = ''] = process.argv.slice(2);
await SCENES[scene]?.play(folder);
